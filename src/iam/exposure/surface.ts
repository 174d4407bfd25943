import { rcpServices } from '../data/rcp-services.ts';
import { coversAction } from '../compile.ts';
import type { NamedPolicy } from '../layer.ts';
import { named } from '../layer.ts';
import type { Statement } from '../policy.ts';
import type { KeyState, OrganizationPolicies, StatementRef } from '../types.ts';
import { actionsToTry, type KindAction } from './actions.ts';
import { mentionsOf } from './mentions.ts';
import { type Budget, newBudget, type Setting } from './outsider.ts';
import { gate, type Gate } from './probe.ts';
import { type Reach, reach } from './reach.ts';
import type { Form } from './resources.ts';
import {
  type AccessGroup,
  EXPOSURE_ORDER,
  type ExposureOptions,
  type ExposureVerdict,
  type ResourceKind,
  type Witness,
} from './types.ts';

/** One way into a resource: the policies that grant, and how its names and services behave. */
export interface Surface {
  readonly kind: ResourceKind;
  readonly service: string;
  /** Policies that can grant; the first gate of every request. */
  readonly policies: readonly NamedPolicy[];
  /** Names to try for an action of this form. */
  readonly names: (form: Form) => readonly string[];
  /** Further gates for one of those names (the bucket behind an access point). */
  readonly behind?: (name: string, form: Form) => readonly Gate[];
  /** Whether the service answers this action without credentials. */
  readonly anonymous: (action: string) => boolean;
  /** Actions that cannot be reached this way. */
  readonly skip?: (action: string) => boolean;
  readonly fixed?: ReadonlyMap<string, KeyState>;
  readonly anonymousFixed?: ReadonlyMap<string, KeyState>;
  readonly via?: string;
  /** No answer of this surface may be wider than this (an endpoint inside a VPC). */
  readonly cap?: (action: string, verdict: ExposureVerdict) => ExposureVerdict;
}

/** What has been found of a resource so far. */
export interface Findings {
  readonly access: Record<AccessGroup, ExposureVerdict>;
  readonly witnesses: Partial<Record<AccessGroup, Witness>>;
  readonly refs: Partial<Record<AccessGroup, readonly StatementRef[]>>;
  readonly accounts: Map<string, ExposureVerdict>;
  readonly organizations: Set<string>;
  readonly principals: Set<string>;
  readonly unknown: Set<string>;
  readonly notes: Set<string>;
  readonly budget: Budget;
}

export const noFindings = (): Findings => ({
  access: { read: 'private', write: 'private', administer: 'private' },
  witnesses: {},
  refs: {},
  accounts: new Map(),
  organizations: new Set(),
  principals: new Set(),
  unknown: new Set(),
  notes: new Set(),
  budget: newBudget(),
});

const rank = (verdict: ExposureVerdict): number => EXPOSURE_ORDER.indexOf(verdict);

/** The wider of verdicts, in the order of {@link EXPOSURE_ORDER}; `private` when there are none. */
export const widest = (...verdicts: readonly ExposureVerdict[]): ExposureVerdict =>
  verdicts.reduce<ExposureVerdict>((best, verdict) => (rank(verdict) > rank(best) ? verdict : best), 'private');

/** Adds a verdict for a group, with what proves it. */
export function record(
  findings: Findings,
  group: AccessGroup,
  verdict: ExposureVerdict,
  proof?: { readonly witness: Witness | undefined; readonly statements: readonly StatementRef[] },
): void {
  if (rank(verdict) <= rank(findings.access[group])) return;
  findings.access[group] = verdict;
  if (proof?.witness !== undefined) findings.witnesses[group] = proof.witness;
  findings.refs[group] = proof?.statements ?? [];
}

/**
 * Positions of the statements that are about the action, or undefined when none of them may allow it. Asks the statements
 * themselves: `forAction` remembers its answers, which does not pay for a document that is judged once.
 */
function grantsOf(statements: readonly Statement[], action: string): number[] | undefined {
  const found: number[] = [];
  let allows = false;
  for (let at = 0; at < statements.length; at++) {
    const statement = statements[at];
    if (statement === undefined || !coversAction(statement, action)) continue;
    found.push(at);
    if (statement.effect !== 'Deny') allows = true;
  }
  return allows ? found : undefined;
}

/** The levels of resource control policies that limit the service. */
const rcpsOf = (options: ExposureOptions, service: string): OrganizationPolicies =>
  options.rcps === undefined || options.rcps === 'unknown' || !rcpServices.has(service) ? [] : options.rcps;

/** Gates of the resource control policies: each level has to allow. */
export const rcpGates = (options: ExposureOptions, service: string, name: string): Gate[] =>
  rcpsOf(options, service).map((level) => ({ ...gate(named(level), name), limits: true }));

/** Their statements: whom a denial spares may be all that a grant to everybody leaves. */
export const rcpStatements = (options: ExposureOptions, service: string): Statement[] =>
  rcpsOf(options, service).flatMap((level) => named(level).flatMap(({ policy }) => policy.statements));

/** Examines every action that a surface can grant and adds what it finds. */
export function examine(surface: Surface, own: string | undefined, options: ExposureOptions, findings: Findings): void {
  const statements = surface.policies.flatMap((policy) => policy.policy.statements);
  const setting: Setting = {
    service: surface.service,
    account: own,
    organization: options.organization === null ? null : options.organization?.id,
    region: undefined,
    now: options.now,
    fixed: surface.fixed ?? new Map(),
    loose: false,
    budget: findings.budget,
  };
  const limits = rcpStatements(options, surface.service);
  const names = new Map<Form, readonly string[]>();
  const namesOf = (form: Form): readonly string[] => {
    const found = names.get(form) ?? surface.names(form);
    names.set(form, found);
    return found;
  };
  // actions that the same statements cover have the same answer, unless further policies tell them apart
  const mayShare = surface.behind === undefined && limits.length === 0;
  const known = new Map<string, Reach>();
  for (const action of actionsToTry(surface.kind, statements)) {
    if (surface.skip?.(action.lower) === true) continue;
    findings.budget.left -= statements.length;
    if (findings.budget.left < 0) break;
    const grants = grantsOf(statements, action.lower);
    if (grants === undefined) continue;
    for (const form of action.forms) {
      const anonymous = surface.anonymous(action.lower);
      const key = `${form} ${anonymous} ${grants.join(',')}`;
      let found = mayShare ? known.get(key) : undefined;
      if (found === undefined) {
        found = reach({
          action: action.lower,
          actionName: action.name,
          ways: namesOf(form).map((name) => [
            gate(surface.policies, name),
            ...(surface.behind?.(name, form) ?? []),
            ...rcpGates(options, surface.service, name),
          ]),
          anonymous,
          mentions: mentionsOf([
            ...grants.flatMap((at) => statements[at] ?? []),
            ...limits.filter((statement) => coversAction(statement, action.lower)),
          ]),
          setting,
          options,
          own,
          via: surface.via,
          anonymousFixed: surface.anonymousFixed,
        });
        known.set(key, found);
      }
      add(findings, surface, action, found);
    }
  }
}

function add(findings: Findings, surface: Surface, action: KindAction, found: Reach): void {
  const verdict = surface.cap?.(action.lower, found.verdict) ?? found.verdict;
  const { witness, statements } = found.probe;
  record(findings, action.group, verdict, {
    witness: witness === undefined ? undefined : { ...witness, action: action.name },
    statements,
  });
  for (const [account, kind] of found.accounts)
    findings.accounts.set(account, widest(findings.accounts.get(account) ?? 'private', kind));
  for (const organization of found.organizations) findings.organizations.add(organization);
  for (const principal of found.principals) findings.principals.add(principal);
  for (const reason of found.unknown) findings.unknown.add(`access depends on ${reason}`);
}
