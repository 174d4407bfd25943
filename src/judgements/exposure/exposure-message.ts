import type { AccessGroup, Exposure, ExposureVerdict, StatementRef, Witness } from '../../iam/index.ts';
import { widest } from '../../iam/index.ts';
import { arnAccount } from '../../text/arn.ts';
import { FRESH } from '../../iam/search.ts';
import { statementEvidence } from '../../iam/statement.ts';
import { fail, pass, unknown } from '../../engine/check.ts';
import type { Bearing, Verdict } from '../../engine/check.ts';

type Reach = NonNullable<Bearing['reach']>;

const allGroups = ['read', 'write', 'administer'] as const satisfies AccessGroup[];

/** What an outsider can do, as an adjective for each group of actions. */
export type Abilities = Readonly<Record<AccessGroup, string>>;

const plainAbilities: Abilities = { read: 'readable', write: 'writable', administer: 'manageable' };

/** Which groups of actions count, and how they are called. */
export interface Asked {
  /** All when left out. */
  readonly groups?: readonly AccessGroup[];
  readonly abilities?: Abilities;
  /** What a failing message adds: see `resourceLimits`. */
  readonly note?: string;
  /**
   * The ways in that were read, as a passing message names them: `through its policy`. With what was not read, where something else
   * may let somebody in: `through its policy and ACL; the ACLs of its objects were not read`.
   */
  readonly ways: string;
}

/** The widest verdict over the groups that count. */
export const exposedTo = (
  { access }: Pick<Exposure, 'access'>,
  { groups = allGroups }: Pick<Asked, 'groups'> = {},
): ExposureVerdict => widest(...groups.map((group) => access[group]));

/** `a`, `a and b`, `a, b and c`. */
export const listOf = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;

/** `statement 2 (Sid Public)`; an ACL grant or another policy than the resource's own is named too. */
export function statementPhrase({ policy, index, sid }: StatementRef): string {
  if (policy.startsWith('ACL grant')) return policy;
  const name = `statement ${index + 1}${sid === undefined || sid === '' ? '' : ` (Sid ${sid})`}`;
  return /^(bucket|resource|trust) policy$/.test(policy) ? name : `${name} of the ${policy}`;
}

/** The pattern of the granting statement that covers the made-up name of a witness, else that name. */
function resourceOf(witness: Witness, grounds: readonly StatementRef[]): string {
  const patterns = grounds.flatMap(({ json }) => (json as { Resource?: unknown } | null)?.Resource ?? []);
  const found = patterns.find(
    (text) => typeof text === 'string' && text !== '*' && text.replaceAll(/[*?]/g, 'x') === witness.resource,
  );
  return typeof found === 'string' ? found : witness.resource.replaceAll(FRESH, '*');
}

/** Who sends the witness, where it matters: strangers' account numbers are made up. */
function senderOf({ principal }: Witness, verdict: ExposureVerdict): string {
  if (principal === FRESH) return ' by an AWS service';
  if (principal.endsWith(FRESH)) {
    return verdict === 'cross-account' && !/::(9{12}|8{12}|7{12}|6{12}):/.test(principal)
      ? ` by ${principal.replaceAll(FRESH, '*')}`
      : ` by a role of ${verdict === 'any-account' || verdict === 'conditional' ? 'any' : 'another'} account`;
  }
  return ` by ${principal}`;
}

/** The request that passes and what lets it: `anonymous s3:GetObject on arn:aws:s3:::logs/* passes by statement 2 (Sid Public)`. */
function witnessSentence(
  witness: Witness,
  grounds: readonly StatementRef[],
  verdict: ExposureVerdict = 'cross-account',
): string {
  const anonymous = witness.principal === 'anonymous';
  // That a made-up sender has his own account's number says nothing.
  const sender = arnAccount(witness.principal);
  const telling = Object.entries(witness.conditions).filter(
    ([, values]) => values.length !== 1 || values[0] !== sender,
  );
  const conditions = telling.map(([key, values]) =>
    values.length === 0 ? `without ${key}` : `with ${key} ${values.join(' or ').replaceAll(FRESH, '*')}`,
  );
  const request = `${anonymous ? 'anonymous ' : ''}${witness.action} on ${resourceOf(witness, grounds)}${anonymous ? '' : senderOf(witness, verdict)}`;
  const by = grounds.length === 0 ? witness.via : listOf(grounds.slice(0, 3).map(statementPhrase));
  return `${request}${conditions.length === 0 ? '' : ` ${listOf(conditions)}`}${by === undefined ? ' passes' : ` passes by ${by}`}`;
}

/** The group whose witness shows the widest verdict best. */
const leadingOf = (
  exposure: Exposure,
  verdict: ExposureVerdict,
  groups: readonly AccessGroup[],
): AccessGroup | undefined =>
  groups.find((group) => exposure.access[group] === verdict && exposure.witnesses[group] !== undefined);

/** The witness of the widest verdict as a sentence, if there is one. */
export function provedBy(exposure: Exposure, { groups = allGroups }: Pick<Asked, 'groups'> = {}): string | undefined {
  const verdict = exposedTo(exposure, { groups });
  const leading = leadingOf(exposure, verdict, groups);
  const witness = leading === undefined ? undefined : exposure.witnesses[leading];
  return leading === undefined || witness === undefined
    ? undefined
    : witnessSentence(witness, exposure.grounds[leading] ?? [], verdict);
}

/** What can be done by those whom the widest verdict is about: `readable and writable`. */
export function abilityOf(
  exposure: Exposure,
  { groups = allGroups, abilities = plainAbilities }: Pick<Asked, 'groups' | 'abilities'> = {},
): string {
  const verdict = exposedTo(exposure, { groups });
  return listOf([
    ...new Set(groups.filter((group) => exposure.access[group] === verdict).map((group) => abilities[group])),
  ]);
}

/** What a verdict rests on: the witness, and the statements that let it through as they stand in the document. */
export function exposureEvidence(exposure: Exposure, { groups = allGroups }: Pick<Asked, 'groups'> = {}) {
  const verdict = exposedTo(exposure, { groups });
  const leading = leadingOf(exposure, verdict, groups);
  const witness = leading === undefined ? undefined : exposure.witnesses[leading];
  const grounds = leading === undefined ? [] : (exposure.grounds[leading] ?? []);
  return {
    verdict,
    ...(witness === undefined ? {} : { witness }),
    ...(grounds.length === 0 ? {} : { statements: statementEvidence(grounds) }),
    ...(exposure.notes.length === 0 ? {} : { notes: exposure.notes }),
  };
}

/** Who comes in, for the order in which failures are to be fixed. */
export const reachOf = (verdict: ExposureVerdict, ability: string, who: string): Reach => ({
  from: verdict === 'public' || verdict === 'any-account' ? 'internet' : 'accounts',
  how: `${ability} by ${who}`,
});

/** Why nothing can be said, from what the engine could not decide. */
export const undecided = (name: string, { unknown: reasons }: Pick<Exposure, 'unknown'>): Verdict =>
  unknown(`who reaches ${name} could not be decided: ${reasons.slice(0, 3).join('; ') || 'its policy cannot be read'}`);

/**
 * The verdict on something strangers shall not reach: nobody without credentials, no account that nobody named.
 * Named accounts and the own organisation are not its business.
 * @param name the resource, as the message begins with it
 */
export function judgeNotPublic(name: string, exposure: Exposure, asked: Asked): Verdict {
  const verdict = exposedTo(exposure, asked);
  const proof = provedBy(exposure, asked);
  const ability = abilityOf(exposure, asked);
  const open = (who: string): Verdict =>
    fail(
      `${name} is ${ability} by ${who}${proof === undefined ? '' : `: ${proof}`}${asked.note ?? ''}`,
      exposureEvidence(exposure, asked),
      undefined,
      { reach: reachOf(verdict, ability, who) },
    );
  switch (verdict) {
    case 'public':
      return open('anyone on the internet');
    case 'any-account':
      return open('every AWS account');
    case 'conditional':
      // Open because something could not be decided, or open to whoever was told a value or calls through a service.
      return exposure.unknown.length > 0 ? undecided(name, exposure) : open('strangers who meet a condition');
    case 'unknown':
      return undecided(name, exposure);
    case 'cross-account':
    case 'organization':
    case 'private': {
      const { groups = allGroups, abilities = plainAbilities } = asked;
      const words = [...new Set(groups.map((group) => abilities[group]))].join(' or ');
      return pass(`${name} is not ${words} by strangers ${asked.ways}`, exposureEvidence(exposure, asked));
    }
  }
}
