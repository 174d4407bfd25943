import { arnAccount } from '../../text/arn.ts';
import { type Findings, noFindings, record, widest } from './surface.ts';
import { judgePlain } from './plain.ts';
import type { AccessGroup, ExposureInput, ExposureOptions, ExposureVerdict, ResourceKind } from './types.ts';

type Of<K extends ResourceKind> = Extract<ExposureInput, { kind: K }>;

/** Operations with an encryption context, the only ones that constraints of a grant are about. */
const cryptographic: ReadonlySet<string> = new Set([
  'Decrypt',
  'Encrypt',
  'GenerateDataKey',
  'GenerateDataKeyWithoutPlaintext',
  'GenerateDataKeyPair',
  'GenerateDataKeyPairWithoutPlaintext',
  'ReEncryptFrom',
  'ReEncryptTo',
]);

/** KMS: the key policy, and grants, which work beside it. https://docs.aws.amazon.com/kms/latest/developerguide/grants.html */
export function judgeKms(input: Of<'kms'>, own: string | undefined, options: ExposureOptions): Findings {
  const findings = judgePlain(input, own, options);
  for (const grant of input.grants ?? []) {
    const principal = grant.GranteePrincipal ?? '';
    const account = arnAccount(principal);
    if (account === undefined || account === own) continue;
    const member = options.organization?.accounts?.includes(account) === true;
    const verdict: ExposureVerdict = member ? 'organization' : 'cross-account';
    findings.accounts.set(account, widest(findings.accounts.get(account) ?? 'private', verdict));
    const { EncryptionContextEquals: equals, EncryptionContextSubset: subset } = grant.Constraints ?? {};
    const context = Object.entries({ ...subset, ...equals });
    for (const operation of grant.Operations ?? []) {
      const group: AccessGroup =
        operation === 'CreateGrant'
          ? 'administer'
          : /^(Decrypt|DescribeKey|GetPublicKey|Verify|VerifyMac|ReEncryptFrom)$/.test(operation)
            ? 'read'
            : 'write';
      record(findings, group, verdict, {
        witness: {
          principal,
          action: `kms:${operation}`,
          resource: input.arn ?? '*',
          // constraints are about what the grantee writes into his request, so they keep nobody out who was told
          conditions: cryptographic.has(operation)
            ? Object.fromEntries(context.map(([key, value]) => [`kms:EncryptionContext:${key}`, [value]]))
            : {},
          via: `grant ${grant.Name ?? ''}`.trim(),
        },
        statements: [],
      });
    }
  }
  return findings;
}

/** RAM: who a share names. https://docs.aws.amazon.com/ram/latest/userguide/getting-started-sharing.html */
export function judgeRam(input: Of<'ram'>, own: string | undefined, options: ExposureOptions): Findings {
  const findings = input.policy === undefined || input.policy === null ? noFindings() : judgePlain(input, own, options);
  for (const principal of input.principals ?? []) {
    const organization = /:(?:organization|ou)\/(o-[a-z0-9]+)/.exec(principal)?.[1];
    const account = /^\d{12}$/.test(principal)
      ? principal
      : organization === undefined
        ? arnAccount(principal)
        : undefined;
    let verdict: ExposureVerdict = 'private';
    if (organization !== undefined) {
      const isOwn = options.organization?.id === organization;
      verdict = isOwn ? 'organization' : 'cross-account';
      if (!isOwn) findings.organizations.add(organization);
    } else if (account !== undefined && account !== own) {
      verdict = options.organization?.accounts?.includes(account) === true ? 'organization' : 'cross-account';
      findings.accounts.set(account, verdict);
    } else if (account === undefined && !principal.endsWith('.amazonaws.com')) {
      verdict = 'unknown';
      findings.unknown.add(`the share names ${principal}, which is not in a known form`);
    }
    const witness = {
      principal,
      action: 'ram:UseSharedResource',
      resource: input.arn ?? '*',
      conditions: {},
      via: 'a resource share',
    };
    record(findings, 'read', verdict, { witness, statements: [] });
    record(findings, 'write', verdict, { witness, statements: [] });
  }
  if (input.allowExternalPrincipals === false) findings.notes.add('the share admits only accounts of the organisation');
  return findings;
}
