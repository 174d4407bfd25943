import { CannedError, fails, type CannedBody, type Front, type FrontRequest } from '../../stand-in/front.ts';
import { InRegion } from '../../stand-in/answers.ts';
import { account as worldAccount, daysAgo, mainRegion } from '../../stand-in/facts.ts';
import { serviceById } from '../../stand-in/models.ts';
import { nothing } from '../../stand-in/nothing.ts';
import { worldFiles } from '../../stand-in/world.ts';
import type { Plan } from '../../inventory/plan.ts';
import { askingIn } from '../../inventory/resource.ts';
import { account, now, uuidOf } from './company.ts';
import { groupId, subnetId, vpcId } from './network.ts';

const dayMs = 86_400_000;
/** What the world calls its account and regions, and what the company does. */
const names: readonly (readonly [string, string])[] = [
  [worldAccount, account],
  [mainRegion, 'eu-west-1'],
  ['eu-west-1', 'eu-central-1'],
  // What answers by region has nothing in others than these two.
  ['us-west-2', 'us-east-1'],
];
/** What the world's answers refer to, and what of the company stands in its place: a database is in a subnet that is listed. */
const things: readonly (readonly [string, string])[] = [
  ['vpc-a1', vpcId('shop-production')],
  ['subnet-a1', subnetId('shop-production', 'data', 'a')],
  ['subnet-a2', subnetId('shop-production', 'data', 'b')],
  ['sg-a1', groupId('shop-web')],
  ['sg-a2', groupId('shop-cache')],
  ['key/00000000-0000-4000-8000-000000000001', `key/${uuidOf('key/orders')}`],
  ['acme-private', 'marlow-terraform-state'],
  ['acme-open', 'marlow-press-kit'],
  ['acme-lists', 'marlow-access-logs'],
];
const there = new Map([...names, ...things]);
const ofAccount = new Map([[worldAccount, account], ...things]);
const turned = (map: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map([...map].map(([world, company]) => [company, world]));
/** The world is dated back from today, the company from its recording. */
const later = Math.floor(now / dayMs) * dayMs - daysAgo(0).getTime();
const moment = /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g;

const rename = (text: string, to: ReadonlyMap<string, string>): string =>
  text.replaceAll(new RegExp([...to.keys()].join('|'), 'g'), (name) => to.get(name) ?? name);

/** Plain data with other texts and times; what is neither stays. */
function map(value: unknown, text: (value: string) => string, time: (value: Date) => Date): unknown {
  if (typeof value === 'string') return text(value);
  if (value instanceof Date) return time(value);
  if (Array.isArray(value)) return value.map((each) => map(each, text, time));
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [text(name), map(each, text, time)]));
}

/**
 * Lets the company answer what it has no answers of its own for, as the tests' world does: with the company's account, regions and
 * calendar. So a new type is in the demo as soon as the world has it.
 * @param plan says which services are asked in one place, whose region is no region of the company
 */
export async function answerRest(front: Pick<Front, 'answer' | 'error'>, plan: Plan): Promise<void> {
  const services = plan.flatMap(({ type }) => askingIn(type).map(({ service }) => service));
  const global = new Set(
    services.filter(({ scope }) => scope === 'global').map(({ sdkId }) => sdkId.toLowerCase().replaceAll(' ', '-')),
  );
  const shift = (time: Date): Date => new Date(time.getTime() + later);
  for (const [, { service, answers }] of await worldFiles()) {
    const toCompany = global.has(service) ? ofAccount : there;
    const toWorld = turned(toCompany);
    const moved = (said: unknown): object =>
      map(
        said,
        (text) => rename(text, toCompany).replaceAll(moment, (iso) => shift(new Date(iso)).toISOString()),
        shift,
      ) as object;
    const asked = (request: FrontRequest): FrontRequest =>
      map(request, (text) => rename(text, toWorld), shift) as FrontRequest;
    // Moved when it is asked for: of most of it the company has answers of its own.
    const answer =
      (body: CannedBody): CannedBody =>
      async (request) => {
        const said = typeof body === 'function' ? await body(asked(request)) : body;
        return said instanceof CannedError ? fails(said.error) : moved(said);
      };
    for (const [operation, said] of Object.entries(answers)) {
      if (said instanceof CannedError) front.error({ service, operation }, said.error);
      else if (said instanceof InRegion) {
        const region = toCompany.get(said.region) ?? said.region;
        front.answer({ service, operation }, () => nothingOf(service, operation));
        front.answer({ service, operation, region }, answer(said.body));
      } else front.answer({ service, operation }, answer(said));
    }
  }
}

/** What is answered where there is nothing. */
function nothingOf(service: string, operation: string): object {
  const { output } = serviceById(service).model().operations.get(operation) ?? {};
  return output === undefined ? {} : nothing(output);
}
