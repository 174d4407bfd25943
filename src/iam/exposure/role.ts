import { judgeFederated } from './federated.ts';
import { blur, readPolicy } from './documents.ts';
import { type Findings, examine, noFindings, record, widest } from './surface.ts';
import type { ExposureInput, ExposureOptions, ExposureVerdict, FederatedGrant } from './types.ts';

/**
 * Judges a role's trust policy. STS answers only signed requests for sts:AssumeRole, so `*` means any AWS account; web
 * identities come without AWS credentials. AWS services as principals are not outsiders.
 */
export function judgeRole(
  input: Extract<ExposureInput, { kind: 'role' }>,
  own: string | undefined,
  options: ExposureOptions,
): { findings: Findings; federated: FederatedGrant[]; principals: ExposureVerdict } {
  const findings = noFindings();
  const policy = readPolicy('trust policy', input.policy, findings);
  if (policy === undefined) return { findings, federated: [], principals: 'private' };
  const name = input.arn ?? `arn:aws:iam::${own ?? '000000000000'}:role/x-unlisted`;
  examine(
    {
      kind: 'role',
      service: 'sts',
      policies: [policy.named],
      names: () => [name],
      anonymous: () => false,
      // a session cannot be tagged or named by who may not assume the role; and federated callers come below
      skip: (action) => action !== 'sts:assumerole',
    },
    own,
    options,
    findings,
  );
  const withoutFederated: Findings = { ...findings, access: { ...findings.access } };
  const { grants: federated, complete } = judgeFederated(policy.named, { role: name, own, options });
  if (!complete) {
    record(findings, 'write', 'unknown');
    findings.unknown.add('the trust policy names too many identity providers to be judged whole');
  }
  for (const grant of federated) {
    const witness = grant.witness === undefined ? undefined : { ...grant.witness, resource: name };
    record(findings, 'write', grant.verdict, { witness, statements: [grant.statement] });
    for (const reason of grant.unknown) findings.unknown.add(`access depends on ${reason}`);
    const account = /:(\d{12}):saml-provider\//.exec(grant.provider)?.[1];
    if (grant.verdict === 'cross-account' && account !== undefined) findings.accounts.set(account, 'cross-account');
  }
  blur(findings, [policy]);
  blur(withoutFederated, [policy]);
  return {
    findings,
    principals: widest(...Object.values(withoutFederated.access)),
    federated: federated.map(({ provider, type, verdict, statement, unknown }) => ({
      provider,
      type,
      verdict,
      statement,
      unknown,
    })),
  };
}
