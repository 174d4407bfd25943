import type { AnyResourceType } from '../../inventory/resource.ts';
import { authorityPolicy, certificateAuthority } from '../../services/acmpca/authority.ts';
import { backupVault, vaultPolicy } from '../../services/backup/vault.ts';
import { agentGateway, gatewayPolicy } from '../../services/bedrockagentcore/gateway.ts';
import { agentMemory, memoryPolicy } from '../../services/bedrockagentcore/memory.ts';
import { knowledgeBase, knowledgeBasePolicy } from '../../services/bedrockagent/knowledge-base.ts';
import { backupPolicy, hsmBackup } from '../../services/cloudhsmv2/backup.ts';
import { dsqlCluster, dsqlPolicy } from '../../services/dsql/cluster.ts';
import { table, tablePolicy } from '../../services/dynamodb/table.ts';
import { repository, repositoryPolicy } from '../../services/ecr/repository.ts';
import { fileSystem, fileSystemPolicy } from '../../services/efs/file-system.ts';
import { busPolicy, eventBus } from '../../services/eventbridge/event-bus.ts';
import { stream, streamPolicy } from '../../services/kinesis/stream.ts';
import { key } from '../../services/kms/key.ts';
import { catalogPolicy, dataCatalog } from '../../services/glue/data-catalog.ts';
import { glacierPolicy, glacierVault } from '../../services/glacier/vault.ts';
import { lambdaFunction } from '../../services/lambda/function.ts';
import { layerPolicy, layerVersion } from '../../services/lambda/layer-version.ts';
import { mskCluster, mskPolicy } from '../../services/msk/cluster.ts';
import { domain, opensearchPolicy } from '../../services/opensearch/domain.ts';
import { bucket } from '../../services/s3/bucket.ts';
import { s3FileSystem, s3FilesPolicy } from '../../services/s3files/file-system.ts';
import { s3Table, s3TablePolicy } from '../../services/s3tables/table.ts';
import { tableBucket, tableBucketPolicy } from '../../services/s3tables/table-bucket.ts';
import { vectorBucket, vectorBucketPolicy } from '../../services/s3vectors/vector-bucket.ts';
import { secret, secretPolicy } from '../../services/secretsmanager/secret.ts';
import { topic, topicPolicy } from '../../services/sns/topic.ts';
import { identity, identityPolicy } from '../../services/ses/identity.ts';
import { queue, queuePolicy } from '../../services/sqs/queue.ts';
import { parameter, parameterPolicy } from '../../services/ssm/parameter.ts';

/** A type of resource whose policy counts where somebody asks who may use the resource. */
export interface Source {
  readonly type: AnyResourceType;
  /** What people call the policy. */
  readonly name: string;
  /** Where it is: a member of the item, a facet or a member of one. Nothing or an empty text there: it has none. */
  readonly at: string;
  /** Another policy of the resource that is evaluated with it: what people call it, and where it is. */
  readonly also?: { readonly name: string; readonly at: string };
  /** Facets besides that `unless` looks at. */
  readonly needs?: readonly string[];
  /** The service in ARNs of what the policy speaks of. */
  readonly service: string;
  /** Account and resource of those ARNs, joined by a colon; all of the service when left out. */
  readonly names?: RegExp;
  /** The resource that holds the policy for an ARN; itself when left out. */
  readonly holder?: (arn: string) => string;
  /** Every resource has one: an empty answer says that it was not read. */
  readonly always?: boolean;
  /** Why the policy alone does not decide, of a resource; undefined: it does. */
  readonly unless?: (subject: never) => string | undefined;
}

/** The first parts of an ARN, as many as its holder has. */
const upTo =
  (parts: number) =>
  (arn: string): string =>
    arn.split('/', parts).join('/');

/** Databases, tables and functions have the policy of their region's catalog: https://docs.aws.amazon.com/glue/latest/dg/security_iam_service-with-iam.html */
const catalogOf = (arn: string): string => `${arn.split(':', 5).join(':')}:catalog`;

/** A rule is named after its bus, if that is not the default one: `rule/orders/nightly`. */
const busOf = (arn: string): string => {
  const [head = '', first = '', second] = arn.split('/');
  return head.endsWith(':rule')
    ? `${head.slice(0, -'rule'.length)}event-bus/${second === undefined ? 'default' : first}`
    : arn;
};

interface DomainDetails {
  readonly details?: { readonly fineGrainedAccess: boolean | undefined } | undefined;
}

/**
 * Every type whose policy lets principals of the account in by itself, beside what their own policies allow. Those of which that is
 * not so stand in `tests/judgements/policies/every-policy.test.ts`, each with the reason.
 */
export const policySources: readonly Source[] = [
  {
    type: bucket,
    name: 'bucket policy',
    at: 'policy',
    service: 's3',
    // Access points have an account in their ARN: what is asked of one needs its policy and that of its bucket.
    names: /^:/,
    holder: upTo(1),
  },
  { type: key, name: 'key policy', at: 'policy', service: 'kms', always: true },
  // Versions and aliases have policies of their own.
  { type: lambdaFunction, name: 'function policy', at: 'policy', service: 'lambda', names: /:function:/ },
  {
    type: layerVersion,
    name: 'policy of the layer',
    at: layerPolicy.at,
    service: 'lambda',
    names: /:layer:[^:]+:\d+$/,
  },
  { type: topic, name: 'topic policy', at: topicPolicy.at, service: 'sns', always: true },
  { type: queue, name: 'queue policy', at: queuePolicy.at, service: 'sqs' },
  { type: secret, name: 'policy of the secret', at: secretPolicy.at, service: 'secretsmanager' },
  { type: repository, name: 'repository policy', at: repositoryPolicy.at, service: 'ecr', names: /:repository\// },
  { type: backupVault, name: 'vault policy', at: vaultPolicy.at, service: 'backup', names: /:backup-vault:/ },
  {
    type: certificateAuthority,
    name: 'policy of the authority',
    at: authorityPolicy.at,
    service: 'acm-pca',
    names: /:certificate-authority\/[^/]+$/,
  },
  { type: parameter, name: 'policy of the parameter', at: parameterPolicy.at, service: 'ssm', names: /:parameter\// },
  { type: dsqlCluster, name: 'cluster policy', at: dsqlPolicy.at, service: 'dsql', names: /:cluster\// },
  {
    type: vectorBucket,
    name: 'policy of the vector bucket',
    at: vectorBucketPolicy.at,
    service: 's3vectors',
    // An index has none of its own.
    holder: upTo(2),
  },
  {
    type: s3Table,
    name: 'policy of the table',
    at: s3TablePolicy.at,
    also: { name: 'policy of its table bucket', at: s3TablePolicy.also },
    service: 's3tables',
    names: /:bucket\/[^/]+\/table\//,
    holder: upTo(4),
  },
  {
    type: tableBucket,
    name: 'policy of the table bucket',
    at: tableBucketPolicy.at,
    service: 's3tables',
    names: /:bucket\/[^/]+$/,
  },
  {
    type: s3FileSystem,
    name: 'policy of the file system',
    at: s3FilesPolicy.at,
    service: 's3files',
    names: /:file-system\/[^/]+$/,
  },
  {
    type: fileSystem,
    name: 'policy of the file system',
    at: fileSystemPolicy.at,
    service: 'elasticfilesystem',
    names: /:file-system\//,
    unless: ({ policy }: { readonly policy?: string | undefined }) =>
      policy === undefined ? 'there is none, so that whoever reaches a mount target needs no rights' : undefined,
  },
  {
    type: table,
    name: 'policy of the table',
    at: tablePolicy.at,
    service: 'dynamodb',
    // That of a table is its indexes' too; a stream has one of its own.
    names: /:table\/[^/]+(?:\/index\/.*)?$/,
    holder: upTo(2),
  },
  {
    type: knowledgeBase,
    name: 'policy of the knowledge base',
    at: knowledgeBasePolicy.at,
    service: 'bedrock',
    names: /:knowledge-base\//,
  },
  {
    type: agentGateway,
    name: 'policy of the gateway',
    at: gatewayPolicy.at,
    service: 'bedrock-agentcore',
    names: /:gateway\/[^/]+$/,
    unless: ({ authorizer }: { readonly authorizer?: string | undefined }) =>
      authorizer === 'AWS_IAM' ? undefined : 'its callers are asked for a token or for nothing, and are no principals',
  },
  {
    type: agentMemory,
    name: 'policy of the memory',
    at: memoryPolicy.at,
    service: 'bedrock-agentcore',
    names: /:memory\/[^/]+$/,
  },
  {
    type: dataCatalog,
    name: 'policy of the data catalog',
    at: catalogPolicy.at,
    service: 'glue',
    // Connections and jobs are not among what it speaks of.
    names: /:(?:catalog$|database\/|table\/|userDefinedFunction\/)/,
    holder: catalogOf,
  },
  {
    type: identity,
    name: 'policies of the identity',
    at: identityPolicy.at,
    service: 'ses',
    names: /:identity\//,
  },
  // Consumers of a stream have policies of their own.
  { type: stream, name: 'policy of the stream', at: streamPolicy.at, service: 'kinesis', names: /:stream\/[^/]+$/ },
  { type: mskCluster, name: 'cluster policy', at: mskPolicy.at, service: 'kafka', names: /:cluster\// },
  {
    type: glacierVault,
    name: 'vault access policy',
    at: glacierPolicy.at,
    also: { name: 'vault lock policy', at: glacierPolicy.also },
    service: 'glacier',
    names: /:vaults\//,
  },
  { type: hsmBackup, name: 'policy of the backup', at: backupPolicy.at, service: 'cloudhsm', names: /:backup\// },
  {
    type: eventBus,
    name: 'policy of the event bus',
    at: busPolicy.at,
    service: 'events',
    names: /:(?:event-bus|rule)\//,
    holder: busOf,
  },
  {
    type: domain,
    name: 'access policy',
    at: opensearchPolicy.at,
    service: 'es',
    names: /:domain\//,
    holder: upTo(2),
    unless: ({ details }: DomainDetails) =>
      details?.fineGrainedAccess === false
        ? undefined
        : "the domain's own users and roles decide besides it (fine-grained access control)",
  },
];
