import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { checks } from '../../../checks/index.ts';
import { CompanionReader } from '../../../src/engine/companions.ts';
import { Derivations } from '../../../src/engine/derive.ts';
import { EvidencePool } from '../../../src/engine/evidence.ts';
import { layerNames, type Exposed, type LayerName } from '../../../src/engine/exposed.ts';
import type { Finding } from '../../../src/engine/finding.ts';
import { judge } from '../../../src/engine/judge.ts';
import { readSnapshot } from '../../../src/inventory/snapshot.ts';
import { exposedOf } from '../../../src/judgements/exposed/exposed.ts';
import { ruleOf, tellingIds, types } from '../../../src/judgements/exposed/matrix.ts';
import { exposedWays, type Ways } from '../../../src/judgements/exposed/ways.ts';
import { root } from '../../../src/stand-in/root.ts';

type Values = Readonly<Record<string, readonly object[]>>;
type Unread = Readonly<Record<string, { readonly actions: readonly string[]; readonly cause: string }>>;

let findings: readonly Finding[];
let companions: { readonly values: Values; readonly unread: Unread };
let now: number;
let account: string;
let whole: Exposed;

const waysOf = (values: Values, unread: Unread): Ways => {
  const context = { account, partition: 'aws', now, trustedAccounts: [], unreadRegions: [] };
  const derived = new Derivations(context).of({ ways: exposedWays }, values, unread);
  return (derived as { readonly ways: Ways }).ways;
};

const expose = (ways: Ways | undefined, found: readonly Finding[] = findings, selected = checks): Exposed =>
  exposedOf({
    partition: 'aws',
    findings: found,
    selected,
    all: checks,
    ways,
    paths: undefined,
    opened: new Set(found.flatMap(({ check, reach }) => (reach?.from === 'internet' ? [check] : []))),
    wanted: () => true,
  });

beforeAll(async () => {
  const inventory = await readSnapshot(join(root, 'demo/account.ndjson'));
  now = Date.parse(inventory.header.startedAt);
  account = inventory.header.account;
  findings = judge(checks, inventory, { now, source: 'snapshot' }).findings;
  companions = new CompanionReader(inventory, new EvidencePool()).whole(exposedWays.along);
  whole = expose(waysOf(companions.values, companions.unread));
}, 60_000);

const of = (exposed: Exposed, arn: string) => exposed.resources.find((each) => each.arn === arn);
const state = (exposed: Exposed, arn: string, layer: LayerName) =>
  of(exposed, arn)?.layers.find((each) => each.layer === layer)?.state;

/** Layers that are present where they were not, and resources that are gone without a word. */
function faults(after: Exposed): string[] {
  const said = new Set(whole.notRead.map((each) => JSON.stringify(each)));
  const told = after.notRead.some((each) => !said.has(JSON.stringify(each)));
  return [
    ...after.resources.flatMap(({ arn, layers }) => {
      const before = of(whole, arn);
      return layers
        .filter((each) => each.state === 'present')
        .filter(({ layer }) => before !== undefined && state(whole, arn, layer) !== 'present')
        .map(({ layer, says }) => `${layer} of ${arn} is present: ${says}`);
    }),
    ...(told
      ? []
      : whole.resources.filter(({ arn }) => of(after, arn) === undefined).map(({ arn }) => `${arn} is gone`)),
  ];
}

const denied = { actions: ['any:Read'], cause: 'any:Read denied' };

describe('what is exposed of the demo account', () => {
  it('has pools that give guests a role, and APIs that take a key', () => {
    const types = ['AWS::Cognito::IdentityPool', 'AWS::AppSync::GraphQLApi'];
    const found = whole.resources.filter(({ type }) => types.includes(type));
    expect(new Set(found.map(({ type }) => type))).toEqual(new Set(types));
    for (const { arn, certainty, layers } of found) {
      expect([arn, certainty, state(whole, arn, 'authentication')]).toEqual([arn, 'open', 'absent']);
      expect(layers.find(({ layer }) => layer === 'iam-role')?.says).toMatch(/its role \S+ |the roles of its data/);
    }
  });

  it('has each of the twelve layers of each resource, with a sentence', () => {
    expect(whole.total).toBeGreaterThan(40);
    for (const { layers } of whole.resources) {
      expect(layers.map(({ layer }) => layer)).toEqual(layerNames);
      for (const { says } of layers) expect(says).not.toBe('');
    }
  });

  it('has every finding that says that strangers come in', () => {
    const arns = new Set(whole.resources.map(({ arn }) => arn));
    const open = findings.filter(({ status, reach }) => status === 'fail' && reach?.from === 'internet');
    expect(open.length).toBeGreaterThan(20);
    expect(open.filter(({ resource }) => !arns.has(resource.arn))).toEqual([]);
  });

  it('has no present layer more, and loses nothing silently, whichever list is denied', () => {
    const byType = new Map<string, string[]>();
    for (const [name, { resource }] of Object.entries(exposedWays.along))
      byType.set(resource.key, [...(byType.get(resource.key) ?? []), name]);
    const facets = Object.entries(exposedWays.along).flatMap(([name, { needs }]) => (needs.length > 0 ? [[name]] : []));
    const spots = [...byType.values(), ...facets];
    expect(spots.length).toBeGreaterThan(20);
    expect(
      spots.flatMap((names) => {
        const values = { ...companions.values, ...Object.fromEntries(names.map((name) => [name, []])) };
        const unread = { ...companions.unread, ...Object.fromEntries(names.map((name) => [name, denied])) };
        return faults(expose(waysOf(values, unread))).map((fault) => `${names.join()}: ${fault}`);
      }),
    ).toEqual([]);
  });

  it('has no present layer more, and loses nothing, whatever a check could not judge', () => {
    const ways = waysOf(companions.values, companions.unread);
    const spoilt = checks.filter(
      ({ id, exposes }) => exposes === true || /waf|shield|encrypt|logging|tls|https|auth|flow-logs/.test(id),
    );
    expect(spoilt.length).toBeGreaterThan(60);
    expect(
      spoilt.flatMap(({ id }) => {
        const found = findings.map((each) => (each.check === id ? { ...each, status: 'unknown' as const } : each));
        return [...faults(expose(ways, found)), ...faults(expose(ways, findings, without(id)))].map(
          (fault) => `${id}: ${fault}`,
        );
      }),
    ).toEqual([]);
  });

  it('says what was not selected, and never that it is absent', () => {
    const few = checks.filter(({ service }) => service === 'ec2');
    const ids = new Set(few.map(({ id }) => id));
    const after = expose(
      waysOf(companions.values, companions.unread),
      findings.filter(({ check }) => ids.has(check)),
      few,
    );
    expect(after.notRead).toContainEqual({
      what: 'AWS::S3::Bucket',
      cause: 'the check s3-bucket-not-public was not selected',
    });
    const lb = after.resources.find(({ type }) => type === 'AWS::ElasticLoadBalancingV2::LoadBalancer');
    expect(lb?.layers.find(({ layer }) => layer === 'logging')).toMatchObject({ state: 'unknown' });
  });

  it('keeps load balancers whose listeners could not be read', () => {
    const values = { ...companions.values, loadBalancers: [] };
    const after = expose(waysOf(values, { ...companions.unread, loadBalancers: denied }));
    const known = after.resources.filter(({ type }) => type === 'AWS::ElasticLoadBalancingV2::LoadBalancer');
    expect(known.length).toBeGreaterThan(0);
    expect(new Set(known.map(({ certainty }) => certainty))).toEqual(new Set(['unknown']));
    expect(known[0]?.ways[0]?.how).toContain('its listeners were not read: any:Read denied');
  });

  it('without the network, tells what checks found', () => {
    const after = expose(undefined);
    expect(after.notRead).toContainEqual({ what: 'the network', cause: 'it could not be worked out' });
    expect(after.resources.some(({ type }) => type === 'AWS::S3::Bucket')).toBe(true);
  });
});

const without = (id: string): typeof checks => checks.filter((each) => each.id !== id);

describe('the matrix of layers', () => {
  it('names checks that there are, of the types that it says', () => {
    const known = new Map(checks.map((check) => [check.id, check.resource.type]));
    const missing = [...Object.keys(types), 'AWS::Any::Other'].flatMap((type) =>
      layerNames.flatMap((layer) => {
        const rule = ruleOf(type, layer);
        return rule.by === 'checks' ? (rule.named ?? []).filter((id) => !known.has(id)) : [];
      }),
    );
    expect(missing).toEqual([]);
    for (const pattern of Object.values(tellingIds))
      expect([...known.keys()].some((id) => pattern.test(id))).toBe(true);
  });
});
