import { arnAccount, parseArn } from '../arn.ts';
import { knownValue } from '../context.ts';
import { named } from '../layer.ts';
import type { KeyState } from '../types.ts';
import { serviceOfKind } from './actions.ts';
import { blur, readPolicy } from './documents.ts';
import { type Findings, judge, noFindings, record, type Surface, widest } from './judge.ts';
import { namedResources, resourceNames } from './resources.ts';
import type { AccessGroup, ExposureInput, ExposureOptions, ExposureVerdict, ResourceKind } from './types.ts';

type Of<K extends ResourceKind> = Extract<ExposureInput, { kind: K }>;
type Extras = Partial<Pick<Surface, 'anonymous' | 'skip' | 'fixed' | 'anonymousFixed' | 'cap' | 'via'>>;

/** ARN of a resource that nothing names, for policies that speak of `*`. */
function madeUpArn(kind: ResourceKind, own: string): string {
  const resources: Partial<Record<ResourceKind, string>> = {
    kms: `arn:aws:kms:us-east-1:${own}:key/x-unlisted`,
    sqs: `arn:aws:sqs:us-east-1:${own}:x-unlisted`,
    sns: `arn:aws:sns:us-east-1:${own}:x-unlisted`,
    lambda: `arn:aws:lambda:us-east-1:${own}:function:x-unlisted`,
    ecr: `arn:aws:ecr:us-east-1:${own}:repository/x-unlisted`,
    secretsmanager: `arn:aws:secretsmanager:us-east-1:${own}:secret:x-unlisted`,
    efs: `arn:aws:elasticfilesystem:us-east-1:${own}:file-system/x-unlisted`,
    opensearch: `arn:aws:es:us-east-1:${own}:domain/x-unlisted`,
    apigateway: `arn:aws:execute-api:us-east-1:${own}:x-unlisted`,
    backup: `arn:aws:backup:us-east-1:${own}:backup-vault:x-unlisted`,
    glacier: `arn:aws:glacier:us-east-1:${own}:vaults/x-unlisted`,
    events: `arn:aws:events:us-east-1:${own}:event-bus/x-unlisted`,
  };
  return resources[kind] ?? `arn:aws:unlisted:us-east-1:${own}:x-unlisted`;
}

/** What lies inside a resource: paths of a domain, methods of an API, rules of a bus. */
function inside(kind: ResourceKind, arn: string): string {
  if (kind !== 'events') return `${arn}/`;
  return `${arn.replace(':event-bus/', ':rule/')}/`;
}

/**
 * Services that answer requests without credentials. Everywhere else `*` means any AWS account, because the service
 * refuses a request that is not signed. `generic` resources are judged as if theirs did.
 */
const answersAnybody: ReadonlySet<ResourceKind> = new Set(['s3', 'sqs', 'sns', 'opensearch', 'apigateway', 'efs', 'generic']);

/** Judges a resource by its policy, in the way that all kinds have in common. */
export function judgePlain(
  input: ExposureInput,
  own: string | undefined,
  options: ExposureOptions,
  extras: Extras = {},
  findings = noFindings(),
): Findings {
  const { kind } = input;
  const policy = readPolicy('resource policy', input.policy, findings);
  if (policy === undefined) return findings;
  const statements = policy.whole.statements;
  const fallback = madeUpArn(kind, own ?? '000000000000');
  // the generic kind has no ARN to go by: it takes whatever the policy names
  const arns =
    input.arn !== undefined
      ? [input.arn]
      : kind === 'generic'
        ? genericNames(statements.flatMap((statement) => statement.resources?.map((pattern) => pattern.text) ?? []), fallback)
        : namedResources(fallback, statements);
  for (const arn of arns) {
    judge(
      {
        kind,
        service: serviceOfKind(kind) ?? parseArn(arn)?.[2] ?? '',
        policies: [policy.named],
        names: (form) =>
          kind === 'generic'
            ? [arn, ...resourceNames(arn, 'object', (name) => `${name}/`, statements)]
            : resourceNames(arn, form, (name) => inside(kind, name), statements),
        anonymous: () => answersAnybody.has(kind),
        ...extras,
      },
      own,
      options,
      findings,
    );
  }
  blur(findings, [policy]);
  return findings;
}

const genericNames = (texts: readonly string[], fallback: string): string[] => {
  const found = new Set(texts.map((text) => text.replaceAll(/\$\{[^}]*\}|\*/g, 'x').replaceAll('?', 'x')).filter((text) => text.startsWith('arn:')));
  return found.size === 0 ? [fallback] : [...found].slice(0, 60);
};

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
    for (const operation of grant.Operations ?? []) {
      const group: AccessGroup =
        operation === 'CreateGrant' ? 'administer' : /^(Decrypt|DescribeKey|GetPublicKey|Verify|VerifyMac|ReEncryptFrom)$/.test(operation) ? 'read' : 'write';
      record(findings, group, verdict, {
        witness: { principal, action: `kms:${operation}`, resource: input.arn ?? '*', conditions: {}, via: `grant ${grant.Name ?? ''}`.trim() },
        statements: [],
      });
    }
  }
  return findings;
}

/**
 * Lambda: its API answers only signed requests; the function's URL answers anybody when its auth type is NONE and the
 * policy allows lambda:InvokeFunctionUrl. https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
 */
export function judgeLambda(input: Of<'lambda'>, own: string | undefined, options: ExposureOptions): Findings {
  const url = input.functionUrl;
  const auth = url === undefined || url === null ? undefined : (url.AuthType ?? 'NONE');
  const fixed = new Map<string, KeyState>();
  if (url === null) {
    fixed.set('lambda:functionurlauthtype', { is: 'absent' });
    fixed.set('lambda:invokedviafunctionurl', { is: 'absent' });
  } else if (auth !== undefined) {
    fixed.set('lambda:functionurlauthtype', knownValue(auth));
  }
  const anonymousFixed = new Map<string, KeyState>([
    ['lambda:functionurlauthtype', knownValue('NONE')],
    ['lambda:invokedviafunctionurl', knownValue('true')],
  ]);
  const findings = judgePlain(input, own, options, {
    fixed,
    anonymousFixed,
    anonymous: (action) => action === 'lambda:invokefunctionurl' && auth !== 'AWS_IAM',
    skip: (action) => action === 'lambda:invokefunctionurl' && url === null,
  });
  if (url === undefined && findings.access.write === 'public') findings.notes.add('judged as if the function had a URL with auth type NONE, because its URL is not known');
  if (url === null) findings.notes.add('the function has no URL');
  return findings;
}

/**
 * EFS: without a policy every NFS client that reaches a mount target has full access.
 * https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html
 */
export function judgeEfs(input: Of<'efs'>, own: string | undefined, options: ExposureOptions): Findings {
  const findings = judgePlain(input, own, options);
  if (input.policy !== undefined && input.policy !== null && input.policy !== '') return findings;
  findings.notes.add('without a file system policy every NFS client that reaches a mount target has full access');
  for (const [group, action] of [['read', 'ClientMount'], ['write', 'ClientWrite']] as const) {
    record(findings, group, 'conditional', {
      witness: { principal: 'anonymous', action: `elasticfilesystem:${action}`, resource: input.arn ?? '*', conditions: {}, via: 'an NFS client that reaches a mount target' },
      statements: [],
    });
  }
  return findings;
}

/** OpenSearch: an endpoint inside a VPC, and fine-grained access control, both stand before the policy. */
export function judgeOpenSearch(input: Of<'opensearch'>, own: string | undefined, options: ExposureOptions): Findings {
  const findings = noFindings();
  const isOpen = (verdict: ExposureVerdict): boolean => verdict === 'public' || verdict === 'any-account';
  return judgePlain(
    input,
    own,
    options,
    {
      cap: (action, verdict) => {
        if (!isOpen(verdict) || !action.startsWith('es:eshttp')) return verdict;
        if (input.vpc === true) {
          findings.notes.add('the domain answers inside its VPC only');
          return 'private';
        }
        if (input.fineGrainedAccess === true) {
          findings.notes.add('fine-grained access control asks every request for a user of the domain');
          return 'conditional';
        }
        return verdict;
      },
    },
    findings,
  );
}

/**
 * API Gateway: the resource policy works together with the authorizers of the methods.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html
 */
export function judgeApi(input: Of<'apigateway'>, own: string | undefined, options: ExposureOptions): Findings {
  const kinds = input.authorization?.map((kind) => kind.toUpperCase());
  const hasOpenMethod = kinds === undefined || kinds.includes('NONE');
  const asks = kinds?.some((kind) => kind === 'CUSTOM' || kind === 'COGNITO_USER_POOLS' || kind === 'JWT') === true;
  const hasPolicy = input.policy !== undefined && input.policy !== null && input.policy !== '';
  const isPrivate = input.endpointType?.toUpperCase() === 'PRIVATE';
  const findings = noFindings();
  if (!hasPolicy) {
    if (isPrivate) return findings;
    const witness = { principal: 'anonymous', action: 'execute-api:Invoke', resource: input.arn ?? '*', conditions: {} };
    if (kinds === undefined) {
      findings.unknown.add("the API has no resource policy and its methods' authorisation is not known");
      record(findings, 'write', 'unknown');
    } else if (hasOpenMethod) {
      record(findings, 'write', 'public', { witness: { ...witness, via: 'a method without authorisation' }, statements: [] });
    } else if (asks) {
      record(findings, 'write', 'conditional', { witness: { ...witness, via: 'whoever the authorizer lets in' }, statements: [] });
    }
    return findings;
  }
  judgePlain(
    input,
    own,
    options,
    {
      // with IAM authorisation a request has to be signed
      anonymous: () => hasOpenMethod || asks,
      cap: (_, verdict) => {
        if (verdict !== 'public' && verdict !== 'any-account') return verdict;
        if (isPrivate) {
          findings.notes.add('a private API answers only through VPC endpoints');
          return 'conditional';
        }
        return !hasOpenMethod && asks ? 'conditional' : verdict;
      },
    },
    findings,
  );
  if (!isPrivate && hasPolicy && asks && !hasOpenMethod && findings.access.write === 'private' && !denies(input.policy)) {
    record(findings, 'write', 'conditional');
    findings.notes.add('a policy that is silent leaves the decision to the authorizer');
  }
  return findings;
}

const denies = (document: unknown): boolean =>
  named([{ name: '', document }]).some((one) => one.policy.forAction('execute-api:invoke').some((statement) => statement.effect === 'Deny'));

/** RAM: who a share names. https://docs.aws.amazon.com/ram/latest/userguide/getting-started-sharing.html */
export function judgeRam(input: Of<'ram'>, own: string | undefined, options: ExposureOptions): Findings {
  const findings = input.policy === undefined || input.policy === null ? noFindings() : judgePlain(input, own, options);
  for (const principal of input.principals ?? []) {
    const organization = /:(?:organization|ou)\/(o-[a-z0-9]+)/.exec(principal)?.[1];
    const account = /^\d{12}$/.test(principal) ? principal : organization === undefined ? arnAccount(principal) : undefined;
    let verdict: ExposureVerdict = 'private';
    if (organization !== undefined) {
      const isOwn = options.organization === undefined || options.organization.id === organization;
      verdict = isOwn ? 'organization' : 'cross-account';
      if (!isOwn) findings.organizations.add(organization);
    } else if (account !== undefined && account !== own) {
      verdict = options.organization?.accounts?.includes(account) === true ? 'organization' : 'cross-account';
      findings.accounts.set(account, verdict);
    } else if (account === undefined && !/\.amazonaws\.com$/.test(principal)) {
      verdict = 'unknown';
      findings.unknown.add(`the share names ${principal}, which is not in a known form`);
    }
    const witness = { principal, action: 'ram:UseSharedResource', resource: input.arn ?? '*', conditions: {}, via: 'a resource share' };
    record(findings, 'read', verdict, { witness, statements: [] });
    record(findings, 'write', verdict, { witness, statements: [] });
  }
  if (input.allowExternalPrincipals === false) findings.notes.add('the share admits only accounts of the organisation');
  return findings;
}
