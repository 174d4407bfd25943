import { arnAccount, parseArn } from '../../text/arn.ts';
import { authorize, decide } from '../authorize.ts';
import { compile } from '../compile.ts';
import { everything } from '../graph/subject.ts';
import { FRESH } from '../search.ts';
import type { AuthorizationRequest, Caller, OrganizationPolicies, PolicySource } from '../types.ts';
import { documentOf } from './rules.ts';
import type { Crossings, Door, Exit, Levels, Rules, Sureness } from './types.ts';

/** An account of the organization, with what is known of it. */
export interface Placed {
  readonly id: string;
  /** As in aws:PrincipalOrgPaths: `o-…/r-…/ou-…/`; undefined: not known. */
  readonly path: string | undefined;
  /** Undefined: it was not read. */
  readonly crossings: Crossings | undefined;
}

export interface Around {
  /** `o-…`; undefined: not known. */
  readonly organization: string | undefined;
  readonly managementAccount: string | undefined;
  readonly now: Date;
}

/** An account with its policies as the engine takes them. */
export interface Side {
  readonly id: string;
  readonly path: string | undefined;
  readonly crossings: Crossings;
  readonly sources: readonly PolicySource[];
  readonly scps: OrganizationPolicies | 'unknown' | undefined;
  readonly rcps: OrganizationPolicies | 'unknown' | undefined;
  /** Policies of each exit. */
  readonly exits: readonly (readonly PolicySource[])[];
  /** Whatever decides of each exit besides its ARN, as text. */
  readonly kinds: readonly string[];
  /** What decides of its administrators. */
  readonly kind: string;
  /** Its resource control policies as text. */
  readonly rcpsKind: string;
}

/** Equal rules are one object, whichever accounts have them: the engine decides each once. */
export class Sides {
  readonly #sources = new Map<string, PolicySource>();

  of({ id, path, crossings }: Placed): Side | undefined {
    if (crossings === undefined) return undefined;
    const sources = crossings.rules.map((rules) => this.#source(rules));
    const at = (place: number): PolicySource => sources[place] ?? this.#source(noRules);
    const levels = (given: Levels): OrganizationPolicies | 'unknown' | undefined =>
      given === undefined || given === 'unknown' ? given : given.map((level) => level.map(at));
    const names = (given: Levels): string =>
      given === undefined || given === 'unknown'
        ? (given ?? '')
        : given.map((level) => level.map((place) => at(place).name).join()).join('/');
    const kind = `${path ?? ''} ${names(crossings.scps)}`;
    return {
      id,
      path,
      crossings,
      sources,
      scps: levels(crossings.scps),
      rcps: levels(crossings.rcps),
      exits: crossings.exits.map(({ identity }) => identity.map(at)),
      kind,
      rcpsKind: names(crossings.rcps),
      kinds: crossings.exits.map(
        ({ identity, boundary }) =>
          `${kind} ${identity.map((place) => at(place).name).join()} ${typeof boundary === 'number' ? at(boundary).name : (boundary ?? '')}`,
      ),
    };
  }

  #source(rules: Rules): PolicySource {
    const text = JSON.stringify(rules);
    let found = this.#sources.get(text);
    if (found === undefined)
      this.#sources.set(text, (found = { name: `rules ${this.#sources.size + 1}`, document: documentOf(rules) }));
    return found;
  }
}

const noRules: Rules = { variables: true, rules: [] };
const all: readonly PolicySource[] = [{ name: 'every right', document: everything }];

/** Whom a trust policy may let in. */
export interface Admits {
  /** Anybody, by what it says of principals. */
  readonly anybody: boolean;
  readonly accounts: ReadonlySet<string>;
  /** ARNs that it names, as principals or in conditions, wildcards filled in. */
  readonly arns: readonly string[];
  /** Whether who it is, besides of which account, decides. */
  readonly particular: boolean;
  /** Neither who it is nor of which account decides, but what every account of an organization has alike. */
  readonly general: boolean;
}

const admitted = new WeakMap<PolicySource, Admits>();

/** Keys that say who it is, of one account. */
const personal = /^aws:(principalarn|userid|username|principaltag\/.*|principaltype|tokenissuetime)$/;
/** Keys that say of which account, or where it stands. */
const placed = /^aws:(principalaccount|principalorgpaths)$/;

export function admitsOf(source: PolicySource): Admits {
  const known = admitted.get(source);
  if (known !== undefined) return known;
  const accounts = new Set<string>();
  const arns = new Set<string>();
  let anybody = false;
  let particular = false;
  let located = false;
  for (const { effect, problem, notPrincipal, principals, conditions } of compile(source.document).statements) {
    if (conditions.some(({ key }) => personal.test(key))) particular = true;
    if (conditions.some(({ key }) => placed.test(key))) located = true;
    if (effect === 'Deny') {
      if (notPrincipal || (principals?.entries.length ?? 0) > 0) particular = true;
      continue;
    }
    if (problem !== undefined || notPrincipal || principals === undefined || principals.everyone) anybody = true;
    for (const entry of principals?.entries ?? []) {
      if (entry.type === 'unclear') anybody = true;
      if (entry.type === 'arn') {
        particular = true;
        arns.add(entry.arn);
      }
      if ((entry.type === 'account' || entry.type === 'arn') && entry.account !== undefined)
        accounts.add(entry.account);
    }
    for (const { key, values } of conditions)
      if (key === 'aws:principalarn') for (const { text } of values) arns.add(text.replaceAll(/[*?]+/g, FRESH));
  }
  const general = anybody && accounts.size === 0 && !particular && !located;
  const found = { anybody, accounts, arns: [...arns], particular, general };
  admitted.set(source, found);
  return found;
}

/** Who asks: an exit of an account, or whoever administers it. */
export type Asker = { readonly side: Side } & ({ readonly exit: number } | { readonly administrator: string });

/**
 * As whom an administrator of an account may ask: as anybody he makes, and as those whom a trust policy names, but for roles
 * that nobody in the account can change (https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html).
 */
export const masks = (side: Side, { arns }: Admits): string[] => [
  `arn:${side.crossings.partition}:iam::${side.id}:role/${FRESH}`,
  ...arns.flatMap((arn) => {
    const [, , service, , account, name = ''] = parseArn(arn) ?? [];
    if (account !== side.id) return [];
    const session = /^assumed-role\/([^/]+)\//.exec(name)?.[1];
    if (service === 'sts' && session !== undefined)
      return [`arn:${side.crossings.partition}:iam::${side.id}:role/${session}`];
    return service === 'iam' && /^(user|role)\/(?!aws-(reserved|service-role)\/)/.test(name) ? [arn] : [];
  }),
];

const indifferences = new WeakMap<PolicySource, boolean>();

/** Whether policies say the same of every role of every account. */
export const isIndifferent = (sources: readonly PolicySource[]): boolean =>
  sources.every((source) => {
    let found = indifferences.get(source);
    if (found === undefined) {
      found = compile(source.document).statements.every(
        ({ problem, notResource, resources, conditions }) =>
          problem === undefined &&
          !notResource &&
          (resources === undefined || resources.some((one) => 'pattern' in one && one.pattern.kind === 'any')) &&
          !conditions.some(
            ({ key, values }) =>
              /^(aws|iam):resource/.test(key) || personal.test(key) || values.some((value) => 'template' in value),
          ),
      );
      indifferences.set(source, found);
    }
    return found;
  });

export function requestOf(asker: Asker, target: Side, door: Door, around: Around): AuthorizationRequest {
  const { side } = asker;
  const { organization } = around;
  const exit: Exit | undefined = 'exit' in asker ? side.crossings.exits[asker.exit] : undefined;
  const arn =
    'exit' in asker ? `arn:${side.crossings.partition}:iam::${side.id}:${exit?.name ?? ''}` : asker.administrator;
  const user = arn.includes(':user/');
  const caller: Caller = {
    type: user ? 'user' : 'role',
    arn,
    account: side.id,
    ...(user ? {} : { anySession: true as const }),
    ...(organization === undefined ? {} : { organizationId: organization }),
    ...(side.path === undefined ? {} : { organizationPath: side.path }),
  };
  const boundary = exit?.boundary;
  return {
    caller,
    action: 'sts:AssumeRole',
    resource: `arn:${target.crossings.partition}:iam::${target.id}:${door.name}`,
    resourceAccount: target.id,
    identity: 'exit' in asker ? (side.exits[asker.exit] ?? []) : all,
    ...(boundary === undefined
      ? {}
      : { boundary: boundary === 'unknown' ? boundary : (side.sources[boundary] ?? nothing) }),
    resourcePolicies: trustOf(target, door),
    ...(side.scps === undefined ? {} : { scps: side.scps }),
    ...(target.rcps === undefined ? {} : { rcps: target.rcps }),
    ...(around.managementAccount === undefined ? {} : { managementAccount: around.managementAccount === side.id }),
    context: {
      'aws:RequestedRegion': { is: 'caller' },
      'sts:RoleSessionName': { is: 'caller' },
      ...(organization === undefined ? {} : { 'aws:ResourceOrgID': organization }),
      ...(target.path === undefined ? {} : { 'aws:ResourceOrgPaths': target.path }),
    },
    now: around.now,
  };
}

/** A permissions boundary that says nothing of assuming roles allows none. */
const nothing: PolicySource = { name: 'a permissions boundary without it', document: documentOf(noRules) };

const trusts = new WeakMap<Side, Map<number, readonly PolicySource[]>>();

/** The same list each time: the engine remembers lists. */
function trustOf(target: Side, { trust }: Door): readonly PolicySource[] {
  let own = trusts.get(target);
  if (own === undefined) trusts.set(target, (own = new Map()));
  let found = own.get(trust);
  if (found === undefined) {
    const source = target.sources[trust];
    own.set(trust, (found = source === undefined ? [] : [source]));
  }
  return found;
}

/** Whether a step is a step: undefined where it is denied. */
export function sureOf(request: AuthorizationRequest): Sureness | undefined {
  const verdict = decide(request);
  if (verdict === 'denied') return undefined;
  return verdict === 'allowed' && request.scps !== 'unknown' && request.rcps !== 'unknown' ? 'certain' : 'possible';
}

/** On what a step depends, in words. */
export function dependsOn(request: AuthorizationRequest): string {
  const { open, depends } = authorize(request);
  const keys = [...new Set(open.map(({ key }) => key))];
  const account = arnAccount(request.resource) ?? '';
  const parts = [
    ...(keys.length === 0 ? [] : [keys.join(', ')]),
    ...depends.map((text) => text.replaceAll(/rules \d+ \([^)]*\)/g, 'a policy')),
    ...(request.scps === 'unknown' ? [`service control policies of ${request.caller.account}, not read`] : []),
    ...(request.rcps === 'unknown' ? [`resource control policies of ${account}, not read`] : []),
  ];
  return parts.length === 0 ? 'policies that were not read' : parts.join('; ');
}
