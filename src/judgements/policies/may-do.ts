import { along, fail, pass, unknown } from '../../engine/check.ts';
import type { Verdict } from '../../engine/check.ts';
import { derive } from '../../engine/derive.ts';
import { administers, fullServicesOf, problemsOf } from '../../iam/document.ts';
import type { Held } from '../../iam/document.ts';
import { everything } from '../../iam/graph/subject.ts';
import { waysUp } from '../../iam/paths/document.ts';
import { statementEvidence, statementName } from '../../iam/statement.ts';
import type { StatementRef } from '../../iam/types.ts';
import { managedPolicy } from '../../services/iam/managed-policy.ts';
import { isServiceLinked, role } from '../../services/iam/role.ts';
import { listOf } from '../exposure/exposure-message.ts';
import { because, serviceControlAlong, serviceControlsOf } from '../organization/control-policies.ts';
import { policiesOf } from './role-policies.ts';

/** From everything down: `escalates`: can make himself more than he is; `service`: every action of a service, on resources that are not named. */
export type Power = 'administrator' | 'escalates' | 'service' | 'limited';

const strength: Readonly<Record<Power, number>> = { limited: 0, service: 1, escalates: 2, administrator: 3 };

/** What somebody's policies let him do, within his boundary and the service control policies above the account. */
export interface MayDo {
  /** The most that is certain. */
  readonly power: Power;
  /** In words after "gives": `full administration`, `every action of s3 and ec2 on resources it does not name`. */
  readonly gives: string;
  readonly statements: readonly StatementRef[];
  /** What limits it and was not read, as it goes on in a message after what it gives; left out where all is known. */
  readonly unlimited?: string | undefined;
  /** More than that, depending on something that is not known. */
  readonly perhaps?: { readonly power: Power; readonly gives: string; readonly because: string };
}

/** Policies, what limits them, and the names of those whose documents were not read. */
export interface HeldPolicies extends Held {
  readonly missing?: readonly string[] | undefined;
  /** Why the service control policies above the account are not among them, in words that stand in a message. */
  readonly unlimited?: string | undefined;
}

const limited = 'no service as a whole, and no way to more rights';

/**
 * What policies give together, within a boundary: administration, a way to more rights, a whole service, or less. The one judgement of
 * it, for roles of functions, tasks, instances and pools, and for permission sets.
 */
export function mayDo(held: HeldPolicies): MayDo {
  const found = powersOf(held);
  const [surest] = found.filter(({ sure }) => sure);
  const power = surest?.power ?? 'limited';
  const base = {
    power,
    gives: surest?.gives ?? limited,
    statements: surest?.statements ?? [],
    ...(held.unlimited === undefined ? {} : { unlimited: held.unlimited }),
  };
  const perhaps = found.find((one) => !one.sure && strength[one.power] > strength[power]);
  const missing = held.missing ?? [];
  if (missing.length > 0 && power !== 'administrator') {
    const because = `${listOf(missing)} ${missing.length === 1 ? 'was' : 'were'} not read`;
    return { ...base, perhaps: { power: 'administrator', gives: 'full administration', because } };
  }
  if (perhaps === undefined) return base;
  return { ...base, perhaps: { power: perhaps.power, gives: perhaps.gives, because: doubtIn(held) } };
}

interface Found {
  readonly power: Power;
  readonly sure: boolean;
  readonly gives: string;
  readonly statements: readonly StatementRef[];
}

/** The strongest first, up to one that is sure: nothing weaker counts beside it. */
function powersOf(held: Held): readonly Found[] {
  const found: Found[] = [];
  const administration = administers(held);
  if (administration.answer !== 'no') {
    const sure = administration.answer === 'yes';
    found.push({ power: 'administrator', sure, gives: 'full administration', statements: administration.statements });
    if (sure) return found;
  }
  const escalations = waysUp(held);
  for (const sure of [true, false]) {
    const ways = escalations.filter(({ verdict }) => (verdict === 'proven') === sure);
    const [first] = ways;
    if (first === undefined) continue;
    const more = ways.length === 1 ? '' : `, and ${ways.length - 1} more`;
    const gives = `a way to more rights (${first.title}: ${first.actions.join(', ')}${more})`;
    found.push({ power: 'escalates', sure, gives, statements: first.statements });
    if (sure) return found;
  }
  const services = fullServicesOf(held);
  for (const sure of [true, false]) {
    const whole = services.filter(({ judgement }) => (judgement.answer === 'yes') === sure);
    if (whole.length === 0) continue;
    found.push({
      power: 'service',
      sure,
      gives: wholeServices(whole.map(({ service }) => service)),
      statements: whole.flatMap(({ judgement }) => judgement.statements),
    });
  }
  return found;
}

/** @param services as policies write them; `*` stands for all but a list */
export function wholeServices(services: readonly string[]): string {
  if (services[0] === '*') return 'every action of services it does not name, on resources it does not name';
  const more = services.length > 3 ? [...services.slice(0, 3), `${services.length - 3} more services`] : services;
  return `every action of ${listOf(more)} on resources it does not name`;
}

function doubtIn({ identity, boundary }: Held): string {
  if (boundary === 'unknown') return 'its permissions boundary was not read';
  const spoilt = [...identity, ...(boundary === undefined ? [] : [boundary])].find(
    ({ document }) => problemsOf(document).length > 0,
  );
  return spoilt === undefined
    ? 'conditions that are not known'
    : `part of ${spoilt.name} cannot be read: ${problemsOf(spoilt.document)[0] ?? ''}`;
}

/** Whether somebody has as much as that, or more. */
const reaches = (power: Power, atLeast: Power): boolean => strength[power] >= strength[atLeast];

/**
 * The verdict on somebody who should have less.
 * @param who such as `Function a runs with role b, which`
 * @param tooMuch from where on it fails
 * @param evidence what else the finding shows
 */
export function mayDoLess(who: string, found: MayDo, tooMuch: Power, evidence: object = {}): Verdict {
  const { power, gives, statements, perhaps, unlimited = '' } = found;
  if (reaches(power, tooMuch)) {
    const [first] = statements;
    const by = first === undefined ? '' : ` (${first.policy}, ${statementName(first)})`;
    return fail(`${who} gives ${gives}${by}${unlimited}`, {
      ...evidence,
      power,
      statements: statementEvidence(statements),
    });
  }
  if (perhaps !== undefined && reaches(perhaps.power, tooMuch))
    return unknown(`it is not known whether ${who} gives ${perhaps.gives}: ${perhaps.because}`);
  return pass(`${who} gives ${tooMuch === 'administrator' ? `no full administration` : gives}`, { ...evidence, power });
}

/** What the roles of the account may do. */
export interface RolesMayDo {
  /** Undefined: the account has no such role. */
  readonly of: (roleArn: string) => MayDo | undefined;
  /** Of the role in an instance profile, with its ARN; undefined: the account has no such profile, or no role is in it. */
  readonly inProfile: (profileArn: string) => { readonly role: string; readonly mayDo: MayDo } | undefined;
}

/** What service control policies take from a role: nothing from those that are linked to services. */
function limitsAbove(...[companions, unread]: Parameters<typeof serviceControlsOf>) {
  const { policies, source } = serviceControlsOf(companions, unread);
  const unlimited =
    policies === 'unknown'
      ? `; service control policies were not read${because(source)} and may take some of it away`
      : undefined;
  const scps = policies === 'unknown' ? undefined : policies;
  return ({ arn, path }: { readonly arn: string; readonly path: string }): Partial<HeldPolicies> =>
    isServiceLinked({ path }) ? {} : { arn, scps, unlimited };
}

/** AWS's own administrator policy, whose text is known where it was not listed. */
const administratorAccess = /^arn:[a-z-]+:iam::aws:policy\/AdministratorAccess$/;

/** Judged when first asked, each role once. */
export const rolesMayDo = derive(
  'what roles may do',
  { roles: along(role), policies: along(managedPolicy), ...serviceControlAlong },
  ({ roles, policies, ...companions }, { unreadAlong }): RolesMayDo => {
    const above = limitsAbove(companions, unreadAlong);
    const byArn = new Map(roles.map((one) => [one.arn, one]));
    const byProfile = new Map(roles.flatMap((one) => one.instanceProfiles.map(({ arn }) => [arn, one] as const)));
    const known = new Map<string, MayDo>();
    const of = (arn: string): MayDo | undefined => {
      const found = byArn.get(arn);
      if (found === undefined) return undefined;
      let judged = known.get(arn);
      if (judged === undefined) known.set(arn, (judged = mayDo({ ...heldBy(found, policies), ...above(found) })));
      return judged;
    };
    return {
      of,
      inProfile(arn) {
        const found = byProfile.get(arn);
        const judged = found === undefined ? undefined : of(found.arn);
        return found === undefined || judged === undefined ? undefined : { role: found.arn, mayDo: judged };
      },
    };
  },
);

/** A role's policies and boundary, with the text of AWS's AdministratorAccess where that was not listed. */
export function heldBy(...[holder, policies]: Parameters<typeof policiesOf>): HeldPolicies {
  const { identity, boundary, missing } = policiesOf(holder, policies);
  const administrator = missing.find((arn) => administratorAccess.test(arn));
  const everywhere = boundary === 'unknown' && administratorAccess.test(holder.boundary ?? '');
  return {
    identity:
      administrator === undefined ? identity : [...identity, { name: 'AdministratorAccess', document: everything }],
    boundary: everywhere ? undefined : boundary,
    missing: missing.filter((arn) => arn !== administrator),
  };
}
