import { compile } from '../../iam/compile.ts';
import type { OrganizationPolicies } from '../../iam/types.ts';
import { outsidersOf, trustOf } from './outsiders.ts';
import type { Outsiders } from './outsiders.ts';

type Role = Parameters<typeof trustOf>[0];
type Options = Parameters<typeof trustOf>[1];

/**
 * Which other accounts may assume a role, and which of them without an external id that the trust policy fixes and without MFA.
 *
 * An external id keeps a third party from being used by another of its customers, so it has to be one value: whoever may send any
 * (`*`, a pattern, a condition that only asks whether there is one) may send the id of that other customer
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html).
 */
export function outsidersAsked(role: Role, options: Options): { all: Outsiders; unasked: Outsiders } {
  const { limits = { documents: [] } } = options;
  const judge = (rcps: OrganizationPolicies | undefined): Outsiders =>
    outsidersOf({
      ...trustOf(role, { ...options, limits: { ...limits, ...(rcps === undefined ? {} : { rcps }) } }),
      // Identity providers send neither.
      federated: [],
    });
  const all = judge(limits.rcps);
  return all.who.length === 0
    ? { all, unasked: all }
    : { all, unasked: judge([...(limits.rcps ?? []), [everythingElse, refusing(externalIds(role.trust))]]) };
}

/**
 * The values that a trust policy compares external ids with. A pattern is among them as the text it is: that is refused, and the ids
 * that it matches are not.
 */
const externalIds = (trust: unknown): readonly string[] =>
  compile(trust)
    .statements.flatMap(({ conditions }) => conditions)
    .filter(({ key, family }) => key === 'sts:externalid' && family !== 'null')
    .flatMap(({ values }) => values.flatMap((value) => ('text' in value ? [value.text] : [])));

const everythingElse = {
  name: 'everything else',
  document: { Version: '2012-10-17', Statement: { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' } },
};

/** Refuses requests with these external ids, in whatever case, and those with MFA: who still passes needs neither. */
const refusing = (ids: readonly string[]) => ({
  name: 'requests with external id or MFA',
  document: {
    Version: '2012-10-17',
    Statement: [
      ...(ids.length === 0 ? [] : [deny({ StringEqualsIgnoreCase: { 'sts:ExternalId': ids } })]),
      // Whatever is not `false`: there is no Bool that compares the other way round.
      deny({
        StringNotEqualsIgnoreCase: { 'aws:MultiFactorAuthPresent': 'false' },
        Null: { 'aws:MultiFactorAuthPresent': 'false' },
      }),
      deny({ Null: { 'aws:MultiFactorAuthAge': 'false' } }),
    ],
  },
});

const deny = (Condition: object): object => ({
  Effect: 'Deny',
  Principal: '*',
  Action: 'sts:AssumeRole',
  Resource: '*',
  Condition,
});
