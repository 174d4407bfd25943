import type { Check } from '../../engine/check.ts';
import type {
  Behind,
  Certainty,
  Exposed,
  ExposedResource,
  Layer,
  LayerEvidence,
  LayerName,
  LayerState,
  WayIn,
} from '../../engine/exposed.ts';
import { behinds, layerNames, layerStates, mostExposed, mostWays } from '../../engine/exposed.ts';
import type { Finding } from '../../engine/finding.ts';
import { type Findings, findingsBy } from '../../engine/findings.ts';
import type { PathsResult } from '../../iam/paths/types.ts';
import { few } from '../../text/few.ts';
import type { OpenPath } from '../network/reach/witness.ts';
import { wayIn } from './instances.ts';
import { otherKeyIds, partTypes, ruleOf, tellingIds, typeOf, weakId } from './matrix.ts';
import { aclLayer, countingWays, groupLayer, passedLayer } from './network-layers.ts';
import type { Found, Ways } from './ways.ts';

type KnownCheck = Pick<Check, 'id' | 'title' | 'exposes'> & { readonly resource: { readonly type: string } };

interface Asked {
  readonly partition: string;
  readonly findings: Findings;
  /** Those that were judged, and all that there are: what was not selected must not look as if it were not there. */
  readonly selected: readonly KnownCheck[];
  readonly all: readonly KnownCheck[];
  /** Undefined: it could not be worked out. */
  readonly ways: Ways | undefined;
  /** Undefined: nobody asked for it, or it could not be worked out. */
  readonly paths: PathsResult | undefined;
  /** Ids of checks that found something that the internet reaches, whether or not they say that they tell of exposure. */
  readonly opened: ReadonlySet<string>;
  /** Whether a resource belongs to what was judged. */
  readonly wanted: (resource: Pick<Found, 'arn' | 'region' | 'id' | 'name' | 'tags'>) => boolean;
}

type Entry = Omit<Found, 'layers'> & {
  readonly layers: readonly Layer[];
  /** Of a policy: whom it lets in. */
  readonly lets?: string | undefined;
};

const certain: readonly Certainty[] = ['open', 'possible', 'unknown'];
const surest = (some: readonly Certainty[]): Certainty => certain.find((each) => some.includes(each)) ?? 'unknown';

const evidenceOf = ({ check, fingerprint }: Finding): LayerEvidence => ({ check, fingerprint });

/** A finding's status without what somebody accepted. */
const statusOf = ({ status, suppression }: Finding): Finding['status'] => suppression?.status ?? status;

interface Seen {
  readonly kind?: string;
  readonly path?: OpenPath;
  readonly on?: string;
  readonly causes?: readonly string[];
}

const observedOf = ({
  observed,
}: Finding): {
  readonly reach?: Seen;
  readonly verdict?: string;
  readonly statements?: unknown;
  readonly role?: unknown;
} => (typeof observed === 'object' && observed !== null ? observed : {});

/** The ways in that a finding of a check of exposure tells; none where it says that nothing leads in. */
function waysOf(finding: Finding, ways: Ways | undefined): { ways: WayIn[]; path?: OpenPath } {
  const evidence = evidenceOf(finding);
  const status = statusOf(finding);
  if (status === 'pass' || finding.reach?.from === 'nowhere') return { ways: [] };
  if (status !== 'fail')
    return {
      ways: [{ certainty: 'unknown', how: `whether it is reached is not known: ${finding.message}`, evidence }],
    };
  const { reach, statements } = observedOf(finding);
  if (reach?.kind === 'closed') return { ways: [] };
  if (reach?.kind === 'unknown') return { ways: [{ certainty: 'unknown', how: finding.message, evidence }] };
  if (reach?.path !== undefined) {
    const { path } = reach;
    const certainty: Certainty = reach.kind === 'open' ? 'open' : 'possible';
    return { ways: [{ ...wayIn(path, certainty, reach.on, ways?.network(finding.region)), evidence }], path };
  }
  const certainty: Certainty = finding.reach?.from === 'internet' ? 'open' : 'possible';
  return {
    ways: [{ certainty, how: finding.message, ...(statements === undefined ? {} : { statements }), evidence }],
  };
}

function placedLayers(path: OpenPath, way: WayIn, network: NonNullable<ReturnType<Ways['network']>>): Layer[] {
  return [
    aclLayer({ aclIds: path.aclId === undefined ? [] : [path.aclId], subnetIds: [] }, network),
    groupLayer(path, network, 'no security group of it is known'),
    passedLayer([way], {
      layer: 'inspection',
      at: ({ inspectedBy }) => inspectedBy,
      unread: network.unread.routeTables,
      none: 'no firewall or inspection appliance is on its way in',
    }),
  ];
}

/** A check that is not one of exposure tells of it only where it found that strangers come in. */
const tells = ({ check, reach }: Finding, selected: ReadonlyMap<string, KnownCheck>): boolean =>
  selected.get(check)?.exposes === true || reach?.from === 'internet';

/** The role that strangers are: the resource itself, or the one that it gives them. */
function roleOf({ type, arn }: Finding['resource'], given: unknown): Pick<Entry, 'role'> {
  if (type === 'AWS::IAM::Role') return { role: { arn } };
  if (type !== 'AWS::Cognito::IdentityPool') return {};
  return {
    role:
      typeof given === 'string'
        ? { arn: given }
        : { unread: 'any role that trusts the pool may be taken by its guests: which do was not looked for' },
  };
}

/** Adds what a finding tells to what is known of its resource. */
function merge(entries: Map<string, Entry>, finding: Finding, asked: Asked): void {
  const { resource, region } = finding;
  const told = waysOf(finding, asked.ways);
  const [first] = told.ways;
  if (first === undefined) return;
  const known = entries.get(resource.arn);
  const { verdict, role } = observedOf(finding);
  const { behind, behindSays } = typeOf(resource.type);
  const network = asked.ways?.network(region);
  const layers = told.path === undefined || network === undefined ? [] : placedLayers(told.path, first, network);
  entries.set(resource.arn, {
    arn: resource.arn,
    type: resource.type,
    id: resource.id,
    name: resource.name,
    region,
    tags: resource.tags,
    behind,
    behindSays,
    related: {},
    ...roleOf(resource, role),
    ...known,
    certainty: surest([...(known === undefined ? [] : [known.certainty]), ...told.ways.map((way) => way.certainty)]),
    ways: [...(known?.ways ?? []), ...told.ways],
    layers: [...(known?.layers ?? []), ...layers],
    lets: known?.lets === 'public' ? 'public' : (verdict ?? known?.lets),
  });
}

/** What findings of parts of it are found by as well: a listener's by its load balancer, a stage's by its API, a VPC's by its id. */
function keysOf(arn: string): string[] {
  const listener = /^(.*):listener\/((?:app|net|gwy)\/[^/]+\/[^/]+)\/[^/]+$/.exec(arn);
  if (listener !== null) return [arn, `${listener[1] ?? ''}:loadbalancer/${listener[2] ?? ''}`];
  const stage = /^(.*\/(?:restapis|apis)\/[^/]+)\/stages\//.exec(arn);
  if (stage !== null) return [arn, stage[1] ?? ''];
  const vpc = /:vpc\/[^/]+$/.exec(arn);
  return vpc === null ? [arn] : [arn, vpc[0]];
}

/** Findings of checks that tell layers, by check and what they are about. */
class Told {
  readonly #found = new Map<string, Finding[]>();
  readonly #unlisted = new Map<string, string>();
  readonly #selected: ReadonlySet<string>;

  constructor(findings: Findings, wanted: ReadonlyMap<string, ReadonlySet<string>>, selected: ReadonlySet<string>) {
    this.#selected = selected;
    for (const finding of findingsBy(findings, new Set(wanted.keys()))) {
      if (finding.resource.id === '*') this.#unlisted.set(finding.check, finding.message);
      for (const key of keysOf(finding.resource.arn)) {
        if (wanted.get(finding.check)?.has(key) !== true) continue;
        const at = `${finding.check} ${key}`;
        const known = this.#found.get(at);
        if (known === undefined) this.#found.set(at, [finding]);
        else known.push(finding);
      }
    }
  }

  /** What one check says of one resource, all of its parts together. */
  of(check: string, key: string): Said {
    if (!this.#selected.has(check))
      return { state: 'unknown', says: `not read by this run: the check ${check} was not selected`, evidence: [] };
    const found = this.#found.get(`${check} ${key}`) ?? [];
    const by = (...kinds: readonly Finding['status'][]): Finding[] =>
      found.filter((each) => kinds.includes(statusOf(each)));
    const failed = by('fail');
    const open = by('unknown', 'manual');
    const [shown] = failed.length > 0 ? failed : open.length > 0 ? open : found;
    if (shown === undefined) {
      const unlisted = this.#unlisted.get(check);
      return unlisted === undefined
        ? { state: 'not-applicable', says: `the check ${check} does not apply to it`, evidence: [] }
        : { state: 'unknown', says: unlisted, evidence: [] };
    }
    return {
      state: failed.length > 0 ? 'absent' : open.length > 0 ? 'unknown' : 'present',
      says: shown.message,
      evidence: found.slice(0, mostEvidence).map(evidenceOf),
    };
  }
}

/** Findings that a layer names. */
const mostEvidence = 5;

interface Said {
  readonly state: LayerState;
  readonly says: string;
  readonly evidence: readonly LayerEvidence[];
}

const layerOf = (layer: LayerName, { state, says, evidence }: Said): Layer => ({
  layer,
  state,
  says,
  ...(evidence.length === 0 ? {} : { evidence }),
});

const rank: readonly LayerState[] = ['present', 'unknown', 'absent', 'not-applicable'];

/** Of several checks one that passes is enough; none that says nothing counts. */
const anyOf = (some: readonly Said[]): Said | undefined =>
  rank.flatMap((state) => some.filter((each) => each.state === state))[0];

/** Of several resources each has to have it. */
const eachOf = (some: readonly Said[]): Said | undefined =>
  (['absent', 'unknown', 'present', 'not-applicable'] as const).flatMap((state) =>
    some.filter((each) => each.state === state),
  )[0];

/** Which checks tell a layer of a type, and of what. */
class Telling {
  readonly #byType = new Map<string, KnownCheck[]>();

  constructor(all: readonly KnownCheck[]) {
    for (const check of all) {
      const known = this.#byType.get(check.resource.type);
      if (known === undefined) this.#byType.set(check.resource.type, [check]);
      else known.push(check);
    }
  }

  checks(type: string, layer: LayerName): string[] {
    const rule = ruleOf(type, layer);
    const own = (pattern: RegExp): string[] =>
      [type, ...(partTypes[type] ?? [])].flatMap((each) =>
        (this.#byType.get(each) ?? []).flatMap(({ id }) => (pattern.test(id) ? [id] : [])),
      );
    if (rule.by === 'checks') {
      if (rule.named !== undefined) return [...rule.named];
      return tellingIds[layer] === undefined ? [] : own(tellingIds[layer]);
    }
    if (rule.by === 'shield')
      return type === 'AWS::EC2::Instance' ? ['shield-eip-advanced-protected'] : own(/^shield-.*-advanced-protected$/);
    return rule.by === 'waf' ? [...new Set([...own(wafIds), ...wafOfFronts])] : [];
  }
}

const wafIds = /-waf-attached$/;
const wafOfFronts = ['elbv2-alb-waf-attached', 'cloudfront-distribution-waf-attached'];

/** What a layer is asked of besides the resource itself. */
function keysFor(entry: Entry, layer: LayerName): readonly string[] | undefined {
  const rule = ruleOf(entry.type, layer);
  if (rule.by === 'checks' && rule.of !== undefined) return entry.related[rule.of];
  if (rule.by === 'shield' && entry.type === 'AWS::EC2::Instance') return entry.related['addresses'];
  if (rule.by === 'waf') return [entry.arn, ...entry.ways.flatMap(({ through = [] }) => through)];
  return [entry.arn];
}

function shieldLayer(entry: Entry, checks: readonly string[], told: Told, partition: string): Layer {
  const keys = keysFor(entry, 'shield');
  const said =
    keys === undefined
      ? undefined
      : eachOf(keys.flatMap((key) => anyOf(checks.map((check) => told.of(check, key))) ?? []));
  const standard = 'Shield Standard, which AWS applies to everything that it puts on the internet';
  if (said?.state === 'present') return { ...layerOf('shield', said), level: 'advanced' };
  // https://docs.aws.amazon.com/waf/latest/developerguide/ddos-standard-summary.html says it of AWS's own partition.
  if (partition !== 'aws')
    return {
      layer: 'shield',
      state: 'unknown',
      says: 'whether Shield Standard covers it in this partition was not confirmed',
    };
  const rest =
    said === undefined || said.state === 'not-applicable' || checks.length === 0
      ? 'Shield Advanced does not protect it as far as was read'
      : said.says;
  return {
    layer: 'shield',
    state: 'present',
    level: 'standard',
    says: `${standard}; ${rest}`,
    ...(said === undefined || said.evidence.length === 0 ? {} : { evidence: said.evidence }),
  };
}

/** A web ACL in front of each way in: the resource's own, or that of something on the way. */
function wafLayer(entry: Entry, checks: readonly string[], told: Told): Layer {
  const own = (arn: string): Said =>
    anyOf(checks.map((check) => told.of(check, arn))) ?? { state: 'not-applicable', says: '', evidence: [] };
  const said = countingWays(entry.ways).map((way): Said => {
    const on = [entry.arn, ...(way.through ?? [])].map(own).filter(({ state }) => state !== 'not-applicable');
    if (on.length > 0) return anyOf(on) ?? { state: 'unknown', says: way.how, evidence: [] };
    const open = way.certainty === 'open';
    return open
      ? { state: 'absent', says: 'nothing that could have a web ACL is on the way', evidence: [] }
      : { state: 'unknown', says: `what is on the way is not known: ${way.how}`, evidence: [] };
  });
  return layerOf('waf', eachOf(said) ?? { state: 'unknown', says: 'no way in is known whole', evidence: [] });
}

function roleLayer({ role }: Entry, { paths, ways }: Asked): Layer {
  const layer = 'iam-role';
  if (role === undefined) return { layer, state: 'not-applicable', says: 'it runs with no role' };
  if ('unread' in role) return { layer, state: 'unknown', says: role.unread };
  const name = role.arn.slice(role.arn.lastIndexOf('/') + 1);
  const policies = ways?.policies.get(role.arn);
  const holds =
    policies === undefined
      ? ''
      : policies.length === 0
        ? '; it has no policies'
        : `; its policies: ${few(policies, 5)}`;
  if (paths === undefined)
    return {
      layer,
      state: 'unknown',
      says: `whether its role ${name} leads to administrator was not judged: IAM was not read whole, or the checks of attack paths were not selected${holds}`,
    };
  const found = paths.principals.find(({ arn }) => arn === role.arn);
  if (found === undefined)
    return { layer, state: 'unknown', says: `its role ${name} is not among those that were read` };
  if (found.admin) return { layer, state: 'absent', says: `its role ${name} is administrator of the account${holds}` };
  switch (found.verdict) {
    case 'proven':
      return { layer, state: 'absent', says: `its role ${name} can make itself administrator of the account${holds}` };
    case 'possible':
      return {
        layer,
        state: 'unknown',
        says: `its role ${name} may be able to make itself administrator, depending on a condition${holds}`,
      };
    case 'unknown':
      return { layer, state: 'unknown', says: `not all policies of its role ${name} were read${holds}` };
    case 'blocked':
    case 'none':
      return { layer, state: 'present', says: `its role ${name} has no way to administrator${holds}` };
  }
}

function policyLayer({ lets, certainty }: Entry): Layer {
  const layer = 'authentication';
  if (lets === 'public') return { layer, state: 'absent', says: 'anyone is let in without credentials' };
  if (lets === 'any-account')
    return { layer, state: 'absent', says: 'requests are signed, and credentials of any AWS account are enough' };
  if (lets === 'conditional')
    return { layer, state: 'unknown', says: 'only a condition of its policy decides who is let in' };
  return certainty === 'open'
    ? { layer, state: 'absent', says: 'every AWS account is let in, or everybody' }
    : { layer, state: 'unknown', says: 'whom its policy lets in is not known' };
}

function judgeLayer(entry: Entry, layer: LayerName, telling: Telling, told: Told, asked: Asked): Layer {
  const rule = ruleOf(entry.type, layer);
  const checks = telling.checks(entry.type, layer);
  switch (rule.by) {
    case 'never':
      return { layer, state: 'not-applicable', says: rule.because };
    case 'nothing':
      return { layer, state: 'unknown', says: rule.because };
    case 'facts':
      return (
        entry.layers.find((each) => each.layer === layer) ?? {
          layer,
          state: 'unknown',
          says: 'what decides it was not read, or does not say',
        }
      );
    case 'role':
      return roleLayer(entry, asked);
    case 'policy':
      return policyLayer(entry);
    case 'shield':
      return shieldLayer(entry, checks, told, asked.partition);
    case 'waf':
      return wafLayer(entry, checks, told);
    case 'checks': {
      const keys = keysFor(entry, layer);
      if (checks.length === 0) return { layer, state: 'unknown', says: 'no check of this version reads it' };
      if (keys === undefined) return { layer, state: 'unknown', says: `the ${rule.of ?? 'parts'} of it were not read` };
      if (keys.length === 0) return { layer, state: 'not-applicable', says: `it has no ${rule.of ?? 'parts'}` };
      const said = eachOf(
        keys.flatMap(
          (key) =>
            anyOf(
              checks.map((check): Said => {
                const one = told.of(check, key);
                if (one.state !== 'absent' || !weakId.test(check)) return one;
                // Encrypted with another key, or asked by other means: that it is not at all is not said.
                return { ...one, state: otherKeyIds.has(check) ? 'present' : 'unknown' };
              }),
            ) ?? [],
        ),
      );
      return layerOf(layer, said ?? { state: 'unknown', says: 'no check of this version reads it', evidence: [] });
    }
  }
}

const countsOf = (layers: readonly Layer[]): ExposedResource['counts'] =>
  Object.fromEntries(
    layerStates.map((state) => [state, layers.filter((each) => each.state === state).length]),
  ) as Record<LayerState, number>;

function behindOf(entry: Entry, role: Layer | undefined): { behind: Behind; behindSays: string } {
  if (role?.state === 'absent') return { behind: 'administrator', behindSays: `${entry.behindSays}; ${role.says}` };
  return { behind: entry.behind, behindSays: entry.behindSays };
}

const least = (a: ExposedResource, b: ExposedResource): number =>
  certain.indexOf(a.certainty) - certain.indexOf(b.certainty) ||
  a.counts.present - b.counts.present ||
  behinds.indexOf(a.behind) - behinds.indexOf(b.behind) ||
  b.counts.absent - a.counts.absent ||
  (a.arn < b.arn ? -1 : 1);

const countBy = (some: readonly ExposedResource[], of: (one: ExposedResource) => string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const one of some) counts[of(one)] = (counts[of(one)] ?? 0) + 1;
  return counts;
};

/**
 * What of an account the internet reaches, and what stands in between. What is exposed is said by the judgement of reach and by the
 * checks of exposure; each layer by the network or by the checks of it, so that no layer is present that no check would pass.
 */
export function exposedOf(asked: Asked): Exposed {
  const entries = new Map<string, Entry>();
  for (const found of asked.ways?.found ?? []) if (asked.wanted(found)) entries.set(found.arn, found);
  const selected = new Map(asked.selected.map((check) => [check.id, check]));
  const exposing = new Set([
    ...asked.selected.filter(({ exposes }) => exposes === true).map(({ id }) => id),
    ...asked.opened,
  ]);
  const notRead: { what: string; cause: string }[] = [
    ...(asked.ways?.notRead ?? [{ what: 'the network', cause: 'it could not be worked out' }]),
  ];
  for (const finding of findingsBy(asked.findings, exposing)) {
    if (finding.resource.id === '*')
      notRead.push({ what: `${finding.resource.type} in ${finding.region}`, cause: finding.message });
    // That the account as a whole has a way in says nothing of one resource.
    else if (finding.resource.type !== 'AWS::::Account' && tells(finding, selected)) merge(entries, finding, asked);
  }
  for (const { id, exposes, resource } of asked.all)
    if (exposes === true && !selected.has(id))
      notRead.push({ what: resource.type, cause: `the check ${id} was not selected` });
  const telling = new Telling(asked.all);
  const wanted = new Map<string, Set<string>>();
  for (const entry of entries.values())
    for (const layer of layerNames)
      for (const check of telling.checks(entry.type, layer)) {
        const keys = wanted.get(check) ?? new Set<string>();
        for (const key of keysFor(entry, layer) ?? []) keys.add(key);
        wanted.set(check, keys);
      }
  const told = new Told(asked.findings, wanted, new Set(selected.keys()));
  const resources = [...entries.values()].map((entry): ExposedResource => {
    const layers = layerNames.map((layer) => judgeLayer(entry, layer, telling, told, asked));
    const ways = [...entry.ways].sort((a, b) => certain.indexOf(a.certainty) - certain.indexOf(b.certainty));
    return {
      arn: entry.arn,
      type: entry.type,
      name: entry.name,
      region: entry.region,
      certainty: entry.certainty,
      ways: ways.slice(0, mostWays),
      ...(ways.length > mostWays ? { moreWays: ways.length - mostWays } : {}),
      layers,
      counts: countsOf(layers),
      ...behindOf(
        entry,
        layers.find(({ layer }) => layer === 'iam-role'),
      ),
    };
  });
  resources.sort(least);
  const byCertainty = countBy(resources, ({ certainty }) => certainty);
  const distinct = new Map(notRead.map((each) => [JSON.stringify(each), each]));
  return {
    total: resources.length,
    byCertainty: {
      open: byCertainty['open'] ?? 0,
      possible: byCertainty['possible'] ?? 0,
      unknown: byCertainty['unknown'] ?? 0,
    },
    byType: Object.fromEntries(
      Object.entries(countBy(resources, ({ type }) => type)).sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
    resources: resources.slice(0, mostExposed),
    notRead: [...distinct.values()],
  };
}
