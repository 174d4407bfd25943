import type { FacetsOf } from '../../inventory/resource.ts';
import type { Action, WafRule } from '../../services/wafv2/rules.ts';
import type { webAcl } from '../../services/wafv2/web-acl.ts';

type Facets = FacetsOf<typeof webAcl>;
type Rules = Facets['details']['rules'];
type Groups = Facets['groups'];

/** What a rule of a group does here, where the web ACL may have changed it. */
const actionIn = (inner: WafRule, { overridden }: WafRule): Action | undefined => {
  const changed = overridden.find(({ name }) => name !== undefined && name === inner.name);
  return changed === undefined ? inner.action : changed.action;
};

const called = ({ name, managed }: WafRule): string =>
  managed === undefined ? (name ?? 'without a name') : `${managed.vendor ?? '?'}/${managed.name ?? '?'}`;

const stopping = new Set<Action | undefined>(['block', 'captcha', 'challenge', 'monetize']);

/** Whether a rule ends the request of somebody: `maybe` where AWS sends an action that is not known here. */
function stops(rule: WafRule, groups: () => Groups): 'yes' | 'no' | 'maybe' {
  if (rule.managed === undefined && rule.group === undefined)
    return rule.action === undefined ? 'maybe' : stopping.has(rule.action) ? 'yes' : 'no';
  if (rule.override === undefined) return 'maybe';
  if (rule.override === 'count') return 'no';
  if (rule.group === undefined) return 'yes';
  const inner = groups()[rule.group];
  // Of another account, as Firewall Manager's and Shield's are: that it is put here says that it is meant to stop something.
  if (inner === undefined) return 'yes';
  const actions = inner.map((one) => actionIn(one, rule));
  if (actions.some((action) => stopping.has(action))) return 'yes';
  return actions.includes(undefined) ? 'maybe' : 'no';
}

/** Whether any of the rules stops a request. @param groups looked at only where the web ACL's own rules do not decide */
export function stopsAny(rules: Rules, groups: () => Groups): 'yes' | 'no' | 'maybe' {
  const found = new Set<string>();
  for (const rule of rules.toSorted((a, b) => Number(a.group !== undefined) - Number(b.group !== undefined))) {
    const one = stops(rule, groups);
    if (one === 'yes') return 'yes';
    found.add(one);
  }
  return found.has('maybe') ? 'maybe' : 'no';
}

/** A rule that lets requests through before a managed group has looked at them. */
export interface EarlyAllow {
  readonly rule: string;
  /** The first managed group that does not see what it allows. */
  readonly past: string;
}

/** Rules that allow before a managed group is asked, and those of which that cannot be told. */
export function allowsEarly(
  rules: Rules,
  groups: () => Groups,
): { readonly managed: number; readonly early: readonly EarlyAllow[]; readonly doubtful: readonly string[] } {
  const early: EarlyAllow[] = [];
  const doubtful: string[] = [];
  rules.forEach((rule, at) => {
    const past = rules.slice(at + 1).find(({ managed }) => managed !== undefined);
    if (past === undefined) return;
    const add = (action: Action | undefined, name: string) => {
      if (action === 'allow') early.push({ rule: name, past: called(past) });
      if (action === undefined) doubtful.push(name);
    };
    if (rule.managed === undefined && rule.group === undefined) return add(rule.action, called(rule));
    if (rule.override === 'count') return;
    if (rule.override === undefined) return add(undefined, called(rule));
    if (rule.group === undefined) {
      // What a managed group does of itself is its vendor's; here only what the web ACL changed.
      for (const { name, action } of rule.overridden) add(action, `${name ?? '?'} of ${called(rule)}`);
      return;
    }
    const inner = groups()[rule.group];
    if (inner === undefined) return add(undefined, called(rule));
    for (const one of inner) add(actionIn(one, rule), `${called(one)} of ${called(rule)}`);
  });
  return { managed: rules.filter(({ managed }) => managed !== undefined).length, early, doubtful };
}

/** A rule that asks about an IP set, and whether who is in the set is let through, or looked at less, for it. */
export interface IpSetRule {
  readonly acl: string;
  readonly rule: string;
  readonly lets: boolean;
}

/** How web ACLs, and the rule groups in them, use an IP set. */
export function usesOf(
  set: string,
  acls: readonly { readonly name: string; readonly details: Facets['details']; readonly groups: Groups }[],
): readonly IpSetRule[] {
  return acls.flatMap(({ name: acl, details, groups }) =>
    [...details.rules, ...Object.values(groups).flat()].flatMap((rule) =>
      rule.ipSets
        .filter(({ arn }) => arn === set)
        .map(({ negated }) => ({ acl, rule: called(rule), lets: letsThrough(rule, negated) })),
    ),
  );
}

/** A rule that counts may set a label that another one allows, so it is no rule that only stops. */
function letsThrough(rule: WafRule, negated: boolean): boolean {
  if (rule.action === 'allow') return !negated;
  // What narrows a managed group to a set has everybody else go past it.
  const restricts = stopping.has(rule.action) || rule.managed !== undefined;
  return restricts ? negated : true;
}

/** Rate-based rules of a web ACL and of the account's rule groups in it, by their names. */
export interface RateLimits {
  /** They stop who sends too much. */
  readonly limiting: readonly string[];
  readonly counting: readonly string[];
  /** Of which it cannot be told what they do, or whether they are such rules. */
  readonly doubtful: readonly string[];
  /** Rule groups of other accounts. */
  readonly unread: readonly string[];
}

/** Which rules limit what one client sends. Managed groups are not among them: they know no limit of the customer's. */
export function rateLimits(rules: Rules, groups: Groups): RateLimits {
  const found = {
    limiting: [] as string[],
    counting: [] as string[],
    doubtful: [] as string[],
    unread: [] as string[],
  };
  const add = (rule: WafRule, name: string, action: Action | undefined, counts: boolean | undefined) => {
    if (rule.rateBased === false) return;
    if (rule.rateBased === undefined || counts === undefined || (action === undefined && !counts))
      found.doubtful.push(name);
    else if (!counts && stopping.has(action)) found.limiting.push(name);
    else found.counting.push(name);
  };
  for (const rule of rules) {
    if (rule.managed !== undefined) continue;
    if (rule.group === undefined) {
      add(rule, called(rule), rule.action, false);
      continue;
    }
    const inner = groups[rule.group];
    if (inner === undefined) found.unread.push(rule.group);
    const counts = rule.override === undefined ? undefined : rule.override === 'count';
    for (const one of inner ?? []) add(one, `${called(one)} of ${called(rule)}`, actionIn(one, rule), counts);
  }
  return found;
}
