import { arnAccount, parseArn } from '../../text/arn.ts';
import { compile } from '../compile.ts';
import type { NamedPolicy } from '../layer.ts';
import { asCommercial, asOf, partitionNamed } from '../partition.ts';
import type { StatementRef } from '../types.ts';
import { actionsToTry, serviceOfKind } from './actions.ts';
import { type Findings, rcpGates, rcpStatements, widest } from './surface.ts';
import { newBudget } from './outsider.ts';
import { gate } from './probe.ts';
import { judgeRole } from './role.ts';
import { judgeS3 } from './s3.ts';
import { serviceGrants } from './services.ts';
import { judgeApi, judgeEfs, judgeLambda, judgeOpenSearch, judgeVpcEndpoint } from './endpoints.ts';
import { judgeKms, judgeRam } from './grants.ts';
import { judgePlain } from './plain.ts';
import {
  type AccessGroup,
  type Exposure,
  type ExposureInput,
  type ExposureOptions,
  type ExposureVerdict,
  type FederatedGrant,
  RESOURCE_KINDS,
  type ResourceKind,
  type ServiceGrant,
} from './types.ts';

export { widest };

const aliases: Readonly<Record<string, ResourceKind>> = {
  bucket: 's3',
  'kms-key': 'kms',
  key: 'kms',
  trust: 'role',
  'role-trust': 'role',
  'trust-policy': 'role',
  'iam-role': 'role',
  iam: 'role',
  sts: 'role',
  queue: 'sqs',
  topic: 'sns',
  function: 'lambda',
  secret: 'secretsmanager',
  secrets: 'secretsmanager',
  'secrets-manager': 'secretsmanager',
  elasticfilesystem: 'efs',
  es: 'opensearch',
  elasticsearch: 'opensearch',
  api: 'apigateway',
  'api-gateway': 'apigateway',
  'execute-api': 'apigateway',
  'backup-vault': 'backup',
  'glacier-vault': 'glacier',
  eventbridge: 'events',
  'event-bus': 'events',
  'eventbridge-bus': 'events',
  endpoint: 'vpce',
  'vpc-endpoint': 'vpce',
};

/** The kind that a name means (`trust`, `eventbridge`, …); undefined when it means none. */
export function resourceKind(name: string): ResourceKind | undefined {
  const folded = name.trim().toLowerCase().replaceAll('_', '-');
  return RESOURCE_KINDS.find((kind) => kind === folded) ?? aliases[folded];
}

/** The account a key policy hands itself to: every key policy that AWS writes begins with it. */
function accountOfKeyPolicy(policy: unknown): string | undefined {
  for (const statement of compile(policy).statements) {
    if (
      statement.effect !== 'Allow' ||
      statement.notPrincipal ||
      !(statement.actions.all || statement.actions.texts.some((text) => text.toLowerCase() === 'kms:*'))
    )
      continue;
    for (const entry of statement.principals?.entries ?? []) if (entry.type === 'account') return entry.account;
  }
  return undefined;
}

function find(
  input: ExposureInput,
  own: string | undefined,
  options: ExposureOptions,
): { findings: Findings; federated: readonly FederatedGrant[]; principals?: ExposureVerdict } {
  switch (input.kind) {
    case 's3':
      return { findings: judgeS3(input, own, options), federated: [] };
    case 'kms':
      return { findings: judgeKms(input, own, options), federated: [] };
    case 'role':
      return judgeRole(input, own, options);
    case 'lambda':
      return { findings: judgeLambda(input, own, options), federated: [] };
    case 'efs':
      return { findings: judgeEfs(input, own, options), federated: [] };
    case 'opensearch':
      return { findings: judgeOpenSearch(input, own, options), federated: [] };
    case 'apigateway':
      return { findings: judgeApi(input, own, options), federated: [] };
    case 'ram':
      return { findings: judgeRam(input, own, options), federated: [] };
    case 'vpce':
      return { findings: judgeVpcEndpoint(input, own, options), federated: [] };
    case 'sqs':
    case 'sns':
    case 'ecr':
    case 'secretsmanager':
    case 'backup':
    case 'glacier':
    case 'events':
    case 'generic':
      return { findings: judgePlain(input, own, options), federated: [] };
  }
}

/** Grants of the resource's policy to AWS services. */
function servicesOf(input: ExposureInput, own: string | undefined, options: ExposureOptions): ServiceGrant[] {
  if (input.policy === undefined || input.policy === null || input.policy === '') return [];
  const policy: NamedPolicy = {
    name: input.kind === 'role' ? 'trust policy' : input.kind === 's3' ? 'bucket policy' : 'resource policy',
    policy: compile(input.policy),
  };
  const { statements } = policy.policy;
  const service = input.kind === 'role' ? 'sts' : (serviceOfKind(input.kind) ?? '');
  const names = [
    ...new Set(
      statements.flatMap((one) => one.resources?.map((pattern) => pattern.text.replaceAll(/[*?]/g, 'x')) ?? []),
    ),
  ].slice(0, 60);
  return serviceGrants(
    [policy],
    actionsToTry(input.kind, statements),
    () =>
      [...(input.arn === undefined ? [] : [input.arn]), ...names, '*'].map((name) => [
        gate([policy], name),
        ...rcpGates(options, service, name),
      ]),
    {
      service,
      account: own,
      organization: options.organization === null ? null : options.organization?.id,
      region: undefined,
      now: options.now,
      fixed: new Map(),
      loose: false,
      budget: newBudget(),
    },
    rcpStatements(options, service).length > 0,
  );
}

const sorted = (values: Iterable<string>): string[] => [...values].sort();

/**
 * Judges who can reach a resource, by trying requests of ever narrower classes of callers against its policies, and
 * hands back the request that passes. Pure; never throws; what could not be read is never taken for "nobody".
 * Deny statements, NotPrincipal, conditions and resource control policies take part as in any evaluation; SCPs do not,
 * because they bind only the organisation's own principals.
 */
export function exposure(input: ExposureInput, options: ExposureOptions = {}): Exposure {
  const partition = options.partition ?? partitionOf(input);
  if (partition === 'aws') return exposureOf(input, options);
  return asOf(exposureOf(asCommercial(input, partition), asCommercial(options, partition)), partition);
}

/** By the resource's own ARN, where it is given. */
const partitionOf = (input: ExposureInput): string =>
  parseArn('arn' in input ? (input.arn ?? '') : '')?.[1] ??
  partitionNamed('policy' in input ? input.policy : undefined);

function exposureOf(input: ExposureInput, options: ExposureOptions): Exposure {
  const own =
    options.account ?? arnAccount(input.arn) ?? (input.kind === 'kms' ? accountOfKeyPolicy(input.policy) : undefined);
  const { findings, federated, principals } = find(input, own, options);
  const verdict = widest(...Object.values(findings.access));
  const order = ['read', 'write', 'administer'] as const satisfies AccessGroup[];
  const leading = order.find((group) => findings.access[group] === verdict && findings.witnesses[group] !== undefined);
  const statements = new Map<string, StatementRef>();
  for (const group of order) {
    for (const ref of findings.refs[group] ?? []) statements.set(`${ref.policy} ${ref.index}`, ref);
  }
  const members = new Set(options.organization?.accounts);
  const foreign: string[] = [];
  const inside: string[] = [];
  for (const [account, kind] of findings.accounts)
    (kind === 'organization' || members.has(account) ? inside : foreign).push(account);
  const unknown = new Set(findings.unknown);
  if (own === undefined && foreign.length > 0)
    unknown.add('the own account is not given: one of the named accounts may be it');
  const isOwnKnown = options.organization === null || options.organization?.id !== undefined;
  const possiblyOwn = isOwnKnown ? [] : sorted(findings.organizations);
  if (verdict === 'cross-account' && possiblyOwn.length > 0)
    unknown.add(`the own organisation is not known: ${possiblyOwn.join(', ')} may be it`);
  const unknownPrincipals = sorted(findings.principals);
  if (verdict === 'cross-account' && unknownPrincipals.length > 0)
    unknown.add(`${unknownPrincipals.join(', ')} may be a principal of the account, of another or of none any more`);
  if (options.rcps === 'unknown')
    unknown.add('resource control policies could not be read; they may narrow access further');
  const services = servicesOf(input, own, options);
  const witness = leading === undefined ? undefined : findings.witnesses[leading];
  return {
    verdict,
    access: { ...findings.access },
    principals: principals ?? verdict,
    accounts: sorted(foreign),
    trustedAccounts: sorted(foreign.filter((account) => options.trustedAccounts?.includes(account) === true)),
    organizationAccounts: sorted(inside),
    organizations: sorted(findings.organizations),
    possiblyOwn,
    unknownPrincipals,
    ...(witness === undefined ? {} : { witness }),
    witnesses: { ...findings.witnesses },
    statements: [...statements.values()],
    grounds: { ...findings.refs },
    unknown: sorted(unknown),
    services,
    confusedDeputies: services.filter((service) => service.confusedDeputy),
    federated,
    notes: sorted(findings.notes),
  };
}

export type { ExposureVerdict };
