import type { ClassifiedBy, ExactFix, SubjectBase, Verdict } from '../../engine/check.ts';
import { fail, pass, unknown } from '../../engine/check.ts';
import type { None, Rest, Whole } from '../../engine/forms/form.ts';
import type { Example } from '../../engine/forms/judged.ts';
import { judged } from '../../engine/forms/judged.ts';
import type { PathOf } from '../../engine/forms/path.ts';
import { headOf, valueAt, withValue } from '../../engine/forms/path.ts';
import type { AnyResourceType } from '../../inventory/resource.ts';
import { deniesInsecureActions, problemsOf } from '../../iam/index.ts';
import { statementEvidence } from '../../iam/statement.ts';
import { listOf, statementPhrase } from './exposure-message.ts';
import type { ResourcePolicy } from './resource-policy.ts';

type Spec<R extends AnyResourceType, P extends PathOf<Whole<R>>> = Rest<R, never, None, None> & {
  readonly policy: ResourcePolicy<R, P>;
  /** The actions by which messages come in and go out: `sqs:SendMessage`. */
  readonly messages: readonly string[];
  /** What they are called, where they are no messages: `mounts`. */
  readonly called?: string;
};

/** A check that a resource's policy refuses messages without TLS, to whomever. */
export const tlsOnly = <R extends AnyResourceType, const P extends PathOf<Whole<R>>, const I extends string>(
  resource: R,
  id: I,
  spec: ClassifiedBy<I> & Spec<R, P>,
) => {
  const { policy: declared, messages, called = 'messages', ...rest }: Spec<R, P> = spec;
  const { at, put } = declared as unknown as ResourcePolicy<never, never>;
  const fixOf = (subject: SubjectBase, policy: string | undefined): ExactFix | undefined => {
    const cli = put?.(subject as never, JSON.stringify(denyPlain(subject.arn, messages, policy)), []);
    return cli === undefined ? undefined : { cli };
  };
  return judged(resource, id, {
    ...rest,
    needs: [headOf(at)].filter((name) => name in resource.facetDefs) as never[],
    judge(found): Verdict {
      const subject = found as unknown as SubjectBase;
      const policy = valueAt(subject, at) as string | undefined;
      const label = resource.labelOf(found as never);
      if (policy === undefined || policy === '')
        return fail(`${label} has no policy, so ${called} without TLS are taken`, {}, fixOf(subject, undefined));
      const { answer, statements } = deniesInsecureActions(policy, subject.arn, messages);
      if (answer === 'yes') {
        const by = listOf(statements.slice(0, 3).map(statementPhrase));
        return pass(`${label} refuses ${called} without TLS by ${by}`, { statements: statementEvidence(statements) });
      }
      if (answer === 'no')
        return fail(
          `${label} has a policy that does not deny all ${called} without TLS; expected a denial of them`,
          {},
          fixOf(subject, policy),
        );
      const [problem] = problemsOf(policy);
      return unknown(
        problem === undefined
          ? `it depends on conditions that are not known whether ${label} refuses ${called} without TLS`
          : `part of the policy of ${label} cannot be read: ${problem}`,
      );
    },
    examples: (base) => examplesOf(base as unknown as SubjectBase, at, messages),
  });
};

const denial = (arn: string, messages: readonly string[]): object => ({
  Effect: 'Deny',
  Principal: '*',
  Action: messages,
  Resource: arn,
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
});

/** The policy with a statement more; it was read before, so it is JSON. */
function denyPlain(arn: string, messages: readonly string[], policy: string | undefined): object {
  const had = (policy === undefined ? { Version: '2012-10-17' } : JSON.parse(policy)) as { Statement?: unknown };
  const statements: readonly unknown[] = had.Statement === undefined ? [] : [had.Statement].flat();
  return { ...had, Statement: [...statements, denial(arn, messages)] };
}

function examplesOf(base: SubjectBase, at: string, messages: readonly string[]): readonly Example[] {
  const { arn, account } = base;
  const service = messages[0]?.split(':', 1)[0] ?? '';
  const deny = (more: object): object => ({ ...denial(arn, messages), ...more });
  const when = (what: string, policy: string | undefined, expect: Verdict['kind']): Example => ({
    when: what,
    given: withValue(base, at, policy),
    expect,
  });
  const policy = (...Statement: object[]): string => JSON.stringify({ Version: '2012-10-17', Statement });
  const allow = { Effect: 'Allow', Principal: '*', Action: messages, Resource: arn };
  return [
    when('there is no policy', undefined, 'fail'),
    when('the policy denies nothing', policy(allow), 'fail'),
    when('plain requests are denied', policy(allow, deny({})), 'pass'),
    when('whatever is done by them', policy(deny({ Action: `${service}:*`, Resource: '*' })), 'pass'),
    when('the statement is no list', JSON.stringify({ Statement: deny({ Principal: { AWS: '*' } }) }), 'pass'),
    when('all but another action is denied', policy(deny({ Action: undefined, NotAction: `${service}:TagX` })), 'pass'),
    when('all but the messages is denied', policy(deny({ Action: undefined, NotAction: messages })), 'fail'),
    when(
      'requests over TLS are denied',
      policy(deny({ Condition: { Bool: { 'aws:SecureTransport': 'true' } } })),
      'fail',
    ),
    when(
      'it is allowed over TLS only, and own identities may without',
      policy({ ...allow, Condition: { Bool: { 'aws:SecureTransport': 'true' } } }),
      'fail',
    ),
    when('one role alone is denied', policy(deny({ Principal: { AWS: `arn:aws:iam::${account}:role/app` } })), 'fail'),
    when(
      'one role is left out',
      policy(
        deny({
          Condition: {
            Bool: { 'aws:SecureTransport': 'false' },
            ArnNotEquals: { 'aws:PrincipalArn': `arn:aws:iam::${account}:role/app` },
          },
        }),
      ),
      'fail',
    ),
    when('another resource is meant', policy(deny({ Resource: `${arn}2` })), 'fail'),
    when('the policy is no JSON', '{', 'unknown'),
  ];
}
