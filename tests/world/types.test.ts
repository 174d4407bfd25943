import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Inventory, Listing, ResourceRecord } from '../../src/inventory/inventory.ts';
import { isGap, type Outcome } from '../../src/aws/outcome.ts';
import type { ServiceModel } from '../../src/aws/model-schemas.ts';
import type { AnyResourceType } from '../../src/inventory/resource.ts';
import { askingIn, listActions } from '../../src/inventory/resource.ts';
import { InRegion, type WorldAnswer } from '../../src/stand-in/answers.ts';
import { mainRegion } from '../../src/stand-in/facts.ts';
import { CannedError, type Front, type FrontRequest } from '../../src/stand-in/front.ts';
import { serviceById } from '../../src/stand-in/models.ts';
import { nothing } from '../../src/stand-in/nothing.ts';
import { root } from '../../src/stand-in/root.ts';
import { answerWorld, startWorld, worldFiles } from '../../src/stand-in/world.ts';
import { isAffected } from '../helpers/affected.ts';
import { allTypes, baseOf, now, wholePlan, WorldReader } from './collected.ts';

/** An operation as the front names it. */
interface Call {
  readonly service: string;
  readonly operation: string;
}
const callsOf = (type: AnyResourceType): Call[] => {
  const named = (of: { sdkId: string }, calls: readonly string[]): Call[] =>
    calls.map((operation) => ({ service: of.sdkId.toLowerCase().replaceAll(' ', '-'), operation }));
  return askingIn(type).flatMap(({ service, calls }) => named(service, calls));
};

/** Where a type is declared: its answers are in a file of the same name. */
function sourceOf(type: AnyResourceType): string {
  const folder = path.join(root, 'src/services', type.service.id);
  const found = readdirSync(folder).find((name) =>
    readFileSync(path.join(folder, name), 'utf8').includes(`'${type.type}'`),
  );
  return `${type.service.id}/${found ?? '<the file of the type>.ts'}`;
}

/** The names of a paged operation's tokens, as its paginator in the SDK has them. */
function tokensOf({ service, operation }: Call): { readonly sent: string; readonly given: string } | undefined {
  const modelled = path.join(root, 'src/services', service, 'model.json');
  if (existsSync(modelled)) return (JSON.parse(readFileSync(modelled, 'utf8')) as ServiceModel).paginators[operation];
  const file = path.join(root, `node_modules/@aws-sdk/client-${service}/dist-es/pagination/${operation}Paginator.js`);
  if (!existsSync(file)) return undefined;
  const [, sent, given] = /createPaginator\(\w+, \w+, "([^"]+)", "([^"]+)"/.exec(readFileSync(file, 'utf8')) ?? [];
  return sent === undefined || given === undefined ? undefined : { sent, given };
}

let front: Front;
let reader: WorldReader;
let undisturbed: Inventory;
let answered: ReadonlyMap<string, WorldAnswer>;

const read = (type: AnyResourceType): Promise<Inventory> =>
  reader.read(wholePlan.filter((planned) => planned.type === type));
const recordsIn = (listings: readonly Listing[]): ResourceRecord[] =>
  listings.flatMap(({ result }) => (result.kind === 'present' ? result.records : []));
const outcomesOf = (inventory: Inventory, type: AnyResourceType, facet: string): Outcome[] =>
  recordsIn(inventory.listings(type)).flatMap(({ outcomes }) => outcomes[facet] ?? []);

beforeAll(async () => {
  front = await startWorld();
  reader = new WorldReader(front, mainRegion, 1);
  undisturbed = await reader.read(wholePlan.filter(({ type }) => isAffected(type)));
  answered = new Map(
    (await worldFiles()).flatMap(([, { service, answers }]) =>
      Object.entries(answers).map(([operation, answer]) => [`${service}:${operation}`, answer] as const),
    ),
  );
}, 60_000);
afterAll(async () => {
  reader.close();
  await front.stop();
});

/** Facets whose every answer in the world is an error, and why. */
const unread: Readonly<Record<string, string>> = {
  'guardduty/AWS::::Account#organizationAdmins': 'told to the management account only; the account is a member',
};

/** Facets that do not ask in the world, and why. */
const unasked: Readonly<Record<string, string>> = {
  'controltower/AWS::ControlTower::LandingZone#baselines': 'asked of the management account only',
  'controltower/AWS::ControlTower::LandingZone#controls': 'asked of the management account only',
  'config/AWS::Config::DeliveryChannel#bucketAnswer': 'its deliveries prove that the bucket is there',
};

/** Operations each page of which repeats what is kept. */
const repeated: readonly string[] = ['guardduty:DescribeOrganizationConfiguration'];

/** Types the world has none of. */
const none: Readonly<Record<string, string>> = {
  'cloudtrail/AWS::CloudTrail::ShadowTrail': 'read beside the trail it shadows',
};

describe.each(allTypes.filter(isAffected).map((type) => [type.key, type] as const))('%s', (key, type) => {
  it('has an answer to every operation it declares', () => {
    const missing = callsOf(type)
      .filter(({ service, operation }) => !answered.has(`${service}:${operation}`))
      .map(
        ({ service, operation }) =>
          `nothing answers ${service}:${operation}: write it in src/stand-in/world/${sourceOf(type)}`,
      );
    expect(missing).toEqual([]);
  });

  it('is in the world, with every facet', async () => {
    const records = recordsIn(undisturbed.listings(type));
    if (key in none) return;
    expect(records.length, 'resources').toBeGreaterThan(0);
    const left = Object.keys(type.facetDefs).filter(
      (facet) => !outcomesOf(undisturbed, type, facet).some((o) => !isGap(o)),
    );
    expect(left.map((facet) => `${key}#${facet}`).filter((name) => !(name in unread))).toEqual([]);
    expect(await baseOf(type)).toMatchObject({
      account: expect.any(String) as string,
      id: expect.any(String) as string,
    });
  });

  const calls = new Map(callsOf(type).map((call) => [`${call.service}:${call.operation}`, call] as const));
  it.each([...calls])('says that %s is denied, and which actions are missing', async (name, call) => {
    front.faults({ rules: [{ ...call, fault: { error: 'access-denied' } }] });
    const inventory = await read(type);
    front.faults();
    const asks = (of: { sdkId: string }, operations: readonly string[]): boolean =>
      operations.includes(call.operation) && of.sdkId.toLowerCase().replaceAll(' ', '-') === call.service;
    const { first: askedFirst } = type;
    if (askedFirst !== undefined && asks(askedFirst.service, askedFirst.calls))
      expect([...inventory.listings(type)].map(({ result }) => result)).toContainEqual(
        expect.objectContaining({ kind: 'denied', actions: askedFirst.actions }),
      );
    if (asks(type.service, type.calls))
      for (const { result } of inventory.listings(type)) {
        if (result.kind === 'present') expect(result.records, name).toEqual([]);
        else expect(result).toMatchObject({ kind: 'denied', actions: listActions(type) });
      }
    for (const [facet, def] of Object.entries(type.facetDefs)) {
      if (!asks(def.service, def.calls)) continue;
      const [first, second] = [undisturbed, inventory].map((each) => outcomesOf(each, type, facet));
      const lost = second?.filter((outcome) => outcome.kind === 'denied') ?? [];
      for (const outcome of lost) expect(outcome).toMatchObject({ actions: def.actions });
      if (second?.length === first?.length && !(`${key}#${facet}` in { ...unasked, ...unread }))
        expect(lost, facet).not.toEqual([]);
    }
  });

  const absent = Object.entries(type.facetDefs).flatMap(([facet, def]) =>
    `${key}#${facet}` in unasked ? [] : def.absentOn.map((code) => [facet, code, def] as const),
  );
  it.each(absent)('%s is absent when the service says %s', async (facet, coded, def) => {
    const [code = '', message] = coded.split(/: (.*)/s);
    const kinds = new Set<string>();
    const service = def.service.sdkId.toLowerCase().replaceAll(' ', '-');
    for (const operation of def.calls) {
      front.faults({
        rules: [{ service, operation, fault: { code, ...(message === undefined ? {} : { message }) } }],
      });
      for (const { kind } of outcomesOf(await read(type), type, facet)) kinds.add(kind);
    }
    front.faults();
    expect([...kinds]).toContain('absent');
  });

  const paged = callsOf(type).filter((call, index, all) => {
    const first = all.findIndex((other) => other.service === call.service && other.operation === call.operation);
    return first === index && tokensOf(call) !== undefined && !repeated.includes(`${call.service}:${call.operation}`);
  });
  it.each(paged)('keeps what is on a page of $operation that is neither the first nor the last', async (call) => {
    const before = await read(type);
    const tokens = tokensOf(call);
    const answer = answered.get(`${call.service}:${call.operation}`);
    const output = serviceById(call.service).model().operations.get(call.operation)?.output;
    if (tokens === undefined || answer === undefined || output === undefined || answer instanceof CannedError) return;
    const whole = async (request: FrontRequest): Promise<object> => {
      if (answer instanceof InRegion && answer.region !== request.region) return nothing(output);
      const body = answer instanceof InRegion ? answer.body : answer;
      return typeof body === 'function' ? body(request) : body;
    };
    front.answer(call, async (request) => {
      // The body of REST JSON names members in its own way.
      const token = request.input[tokens.sent] ?? request.input[tokens.sent.replace(/^./, (c) => c.toLowerCase())];
      const page = token === 'page-2' ? await whole(request) : nothing(output);
      return page instanceof CannedError
        ? page
        : going(page, tokens.given, token === undefined ? 'page-2' : token === 'page-2' ? 'page-3' : undefined);
    });
    const after = await read(type);
    front.reset();
    await answerWorld(front);
    // Other requests at another time, the same answer.
    const found = (inventory: typeof before) =>
      inventory.listings(type).map((listing) => ({ ...listing, asked: undefined }));
    expect(found(after)).toEqual(found(before));
  });
});

/** A page that says which one is next, wherever the service puts that. */
function going(page: object, given: string, next: string | undefined): object {
  const path = given.split('.');
  const last = path.pop() ?? given;
  const copy = structuredClone(page) as Record<string, unknown>;
  let at = copy;
  for (const name of path) at = at[name] as Record<string, unknown>;
  if (next === undefined) delete at[last];
  else at[last] = next;
  for (const flag of ['IsTruncated', 'Truncated', 'HasMoreTrails'])
    if (typeof at[flag] === 'boolean' || (next !== undefined && flag in at)) at[flag] = next !== undefined;
  return copy;
}

it('the world was read at one time', () => {
  expect(undisturbed.header.startedAt).toBe(now);
});
