import { coversAction } from './compile.ts';
import type { Lookup } from './condition.ts';
import { asPolicy, evaluateLayer, refOf } from './layer.ts';
import { target } from './match.ts';
import { search, searchBudget } from './search.ts';
import { and, not } from './tri.ts';
import { type Judgement, MAYBE, NO, YES } from './types.ts';

const assume = 'sts:assumerolewithsaml';
/** An audience that is none of AWS's sign-in. */
const foreign = 'https://x-unlisted.example.com/saml';

/** A SAML provider that a trust policy lets in, and whether it does with an assertion that is for somebody else. */
export interface SamlTrust {
  readonly provider: string;
  readonly anyAudience: Judgement['answer'];
  readonly statements: Judgement['statements'];
}

/**
 * Whether assertions made for another service than AWS get the role, by trying one: `saml:aud` is the endpoint to which the identity
 * provider made it, everything else is as the assertion may have it
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-saml).
 * @param role its ARN
 */
export function samlTrusts(trust: unknown, role: string, now: Date): readonly SamlTrust[] {
  const policy = asPolicy(trust, 'trust policy');
  const providers = policy.policy.statements.flatMap(({ effect, principals }) =>
    effect === 'Deny'
      ? []
      : (principals?.entries ?? []).flatMap((entry) =>
          entry.type === 'federated' && entry.provider.includes(':saml-provider/') ? [entry.provider] : [],
        ),
  );
  return [...new Set(providers)].sort().flatMap((provider) => {
    const ask = (audience: string | undefined) => {
      const base: Lookup = (key) => {
        if (key === 'saml:aud' && audience !== undefined) return { is: 'known', values: [audience] };
        if (key === 'aws:currenttime') return { is: 'known', values: [now.toISOString()] };
        if (key === 'aws:securetransport') return { is: 'known', values: ['true'] };
        if (key.startsWith('aws:resource')) return { is: 'unknown' };
        // An assertion brings session tags; who has none yet has no AWS principal.
        return /^(saml:|sts:|aws:source|aws:requesttag|aws:tagkeys|aws:useragent)/.test(key)
          ? { is: 'caller' }
          : { is: 'absent' };
      };
      const caller = { type: 'federated', arn: provider } as const;
      const evaluate = (lookup: Lookup) => evaluateLayer([policy], assume, target(role), lookup, caller);
      const found = search({
        lookup: base,
        decide(lookup) {
          const layer = evaluate(lookup);
          return and(layer.allow, not(layer.deny));
        },
        budget: searchBudget(policy.policy.statements.length),
        conditions: () => policy.policy.statements.flatMap((one) => (coversAction(one, assume) ? one.conditions : [])),
      });
      return { result: found.result, statements: evaluate(base).statements };
    };
    // Who gets in with no assertion at all is not let in.
    if (ask(undefined).result === NO) return [];
    const { result, statements } = ask(foreign);
    return [
      {
        provider,
        anyAudience: result === YES ? 'yes' : result === MAYBE ? 'possible' : 'no',
        statements: statements
          .filter(({ statement }) => statement.effect === 'Allow')
          .map((one) => refOf(one.policy, one.statement)),
      } as const,
    ];
  });
}
