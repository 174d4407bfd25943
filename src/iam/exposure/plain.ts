import { parseArn } from '../../text/arn.ts';
import { serviceOfKind } from './actions.ts';
import { blur, readPolicy } from './documents.ts';
import { type Findings, examine, noFindings, type Surface } from './surface.ts';
import { namedResources, resourceNames } from './resources.ts';
import type { ExposureInput, ExposureOptions, ResourceKind } from './types.ts';

/** What a kind does otherwise than the others. */
export type Extras = Partial<
  Pick<Surface, 'names' | 'anonymous' | 'skip' | 'fixed' | 'anonymousFixed' | 'cap' | 'via'>
>;

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
 * refuses a request that is not signed. `generic` resources are judged as if theirs did, unless it is said that it does not.
 */
const answersAnybody: ReadonlySet<ResourceKind> = new Set([
  's3',
  'sqs',
  'sns',
  'opensearch',
  'apigateway',
  'efs',
  'vpce',
  'generic',
]);

const beginsWith =
  (start: string) =>
  (action: string): boolean =>
    action.startsWith(start);

/** Kinds whose policies speak of resources of any service. */
const isAnyService = (kind: ResourceKind): boolean => kind === 'generic' || kind === 'vpce';

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
  // these have no ARN to go by: they take whatever the policy names
  const arns =
    input.arn !== undefined && kind !== 'vpce'
      ? [input.arn]
      : isAnyService(kind)
        ? genericNames(
            statements.flatMap((statement) => statement.resources?.map((pattern) => pattern.text) ?? []),
            fallback,
          )
        : namedResources(fallback, statements);
  for (const arn of arns) {
    examine(
      {
        kind,
        service: serviceOfKind(kind) ?? parseArn(arn)?.[2] ?? '',
        policies: [policy.named],
        names: (form) =>
          isAnyService(kind)
            ? [arn, ...resourceNames(arn, 'object', (name) => `${name}/`, statements)]
            : resourceNames(arn, form, (name) => inside(kind, name), statements),
        anonymous: () => answersAnybody.has(kind) && !(input.kind === 'generic' && input.signed === true),
        ...(input.kind === 'generic' && input.byToken !== undefined ? { skip: beginsWith(input.byToken) } : {}),
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
  const found = new Set(
    texts
      .map((text) => text.replaceAll(/\$\{[^}]*\}|\*/g, 'x').replaceAll('?', 'x'))
      .filter((text) => text.startsWith('arn:')),
  );
  return found.size === 0 ? [fallback] : [...found].slice(0, 60);
};
