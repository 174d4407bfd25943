import type { Behind, LayerName } from '../../engine/exposed.ts';

/**
 * How a layer of a kind of resource is judged: `never` says why a resource of the kind has none; `facts`: by the network that was read;
 * `role`: by the role that it runs with; `policy`: by whom its policy lets in; the others by findings of checks.
 */
export type Rule =
  | { readonly by: 'never'; readonly because: string }
  | { readonly by: 'facts' | 'role' | 'policy' | 'shield' | 'waf' }
  /** The checks of the resource's own type whose ids end so, and those that are named. */
  | { readonly by: 'checks'; readonly named?: readonly string[]; readonly of?: 'volumes' | 'vpcs' }
  /** A resource of the kind may have it, and no check reads whether. */
  | { readonly by: 'nothing'; readonly because: string };

type Row = Readonly<Record<LayerName, Rule>>;

const never = (because: string): Rule => ({ by: 'never', because });
const nothing = (because: string): Rule => ({ by: 'nothing', because });
const facts: Rule = { by: 'facts' };
const checks: Rule = { by: 'checks' };
const named = (...ids: readonly string[]): Rule => ({ by: 'checks', named: ids });

const ownSoftware = 'what listens there is software that AWS does not see into';
const noNetwork = 'it has no network interface of its own: AWS answers at an endpoint of its own';
const noRole = 'it runs with no role';
const servedByAws = 'requests go to an endpoint of AWS itself, which AWS defends';
const onlyTls = 'it answers over TLS alone';
const noData = 'it keeps no data';

/** Kinds of resources, each with what may stand before one. */
export const kinds = {
  machine: {
    shield: { by: 'shield' },
    waf: { by: 'waf' },
    cdn: facts,
    'load-balancer': facts,
    nacl: facts,
    'security-group': facts,
    inspection: facts,
    authentication: never(ownSoftware),
    'iam-role': { by: 'role' },
    'encryption-in-transit': never(ownSoftware),
    'encryption-at-rest': { by: 'checks', named: ['ec2-ebs-volume-encrypted'], of: 'volumes' },
    logging: { by: 'checks', named: ['vpc-flow-logs-enabled'], of: 'vpcs' },
  },
  placed: {
    shield: { by: 'shield' },
    waf: never('it takes no HTTP that AWS WAF could look into'),
    cdn: never('a distribution does not lead to it'),
    'load-balancer': never('it has a public address of its own'),
    nacl: facts,
    'security-group': facts,
    inspection: facts,
    authentication: checks,
    'iam-role': nothing('the roles that it may assume are not read for this'),
    'encryption-in-transit': checks,
    'encryption-at-rest': checks,
    logging: checks,
  },
  balancer: {
    shield: { by: 'shield' },
    waf: { by: 'waf' },
    cdn: facts,
    'load-balancer': never('it is one'),
    nacl: facts,
    'security-group': facts,
    inspection: facts,
    authentication: facts,
    'iam-role': never(noRole),
    'encryption-in-transit': checks,
    'encryption-at-rest': never(noData),
    logging: checks,
  },
  distribution: {
    shield: { by: 'shield' },
    waf: { by: 'waf' },
    cdn: never('it is one'),
    'load-balancer': never('it answers by itself, from the edge'),
    nacl: never(noNetwork),
    'security-group': never(noNetwork),
    inspection: never(noNetwork),
    authentication: nothing('signed URLs, signed cookies and functions at the edge are not read'),
    'iam-role': never(noRole),
    'encryption-in-transit': checks,
    'encryption-at-rest': never(noData),
    logging: checks,
  },
  function: {
    shield: never(servedByAws),
    waf: never(
      'no web ACL stands before a function itself: what stands before an API or a load balancer is told of those',
    ),
    cdn: nothing('distributions in front of its URL are not looked for'),
    'load-balancer': never('one that calls it is told among the ways in'),
    nacl: never('it is called by way of Lambda, whatever VPC it runs in'),
    'security-group': never('it is called by way of Lambda, whatever VPC it runs in'),
    inspection: never('it is called by way of Lambda, whatever VPC it runs in'),
    authentication: facts,
    'iam-role': { by: 'role' },
    'encryption-in-transit': never(onlyTls),
    'encryption-at-rest': checks,
    logging: checks,
  },
  api: {
    shield: never(servedByAws),
    waf: { by: 'waf' },
    cdn: nothing('distributions in front of it are not looked for'),
    'load-balancer': never('it answers by itself'),
    nacl: never(noNetwork),
    'security-group': never(noNetwork),
    inspection: never(noNetwork),
    authentication: checks,
    'iam-role': never('its integrations have roles, which are told of what they call'),
    'encryption-in-transit': never(onlyTls),
    'encryption-at-rest': never(noData),
    logging: checks,
  },
  endpoint: {
    shield: never(servedByAws),
    waf: nothing('whether a web ACL stands before it is not read'),
    cdn: nothing('distributions in front of it are not looked for'),
    'load-balancer': never('it answers by itself'),
    nacl: never(noNetwork),
    'security-group': never(noNetwork),
    inspection: never(noNetwork),
    authentication: checks,
    'iam-role': nothing('the roles that it may assume are not read for this'),
    'encryption-in-transit': checks,
    'encryption-at-rest': checks,
    logging: checks,
  },
  policy: {
    shield: never(servedByAws),
    waf: never(servedByAws),
    cdn: never('it is opened by its policy, past whatever stands before its usual users'),
    'load-balancer': never(servedByAws),
    nacl: never(noNetwork),
    'security-group': never(noNetwork),
    inspection: never(noNetwork),
    authentication: { by: 'policy' },
    'iam-role': never(noRole),
    'encryption-in-transit': checks,
    'encryption-at-rest': checks,
    logging: checks,
  },
  identity: {
    shield: never(servedByAws),
    waf: never(servedByAws),
    cdn: never(servedByAws),
    'load-balancer': never(servedByAws),
    nacl: never(noNetwork),
    'security-group': never(noNetwork),
    inspection: never(noNetwork),
    authentication: { by: 'policy' },
    'iam-role': { by: 'role' },
    'encryption-in-transit': never('AWS STS answers over TLS alone'),
    'encryption-at-rest': never(noData),
    logging: nothing('CloudTrail records it where a trail is on: see the checks of CloudTrail'),
  },
} as const satisfies Readonly<Record<string, Row>>;

export type Kind = keyof typeof kinds;

interface OfType {
  readonly kind: Kind;
  readonly behind: Behind;
  readonly behindSays: string;
  /** Rules that differ from those of the kind. */
  readonly but?: Partial<Row>;
}

const data = (kind: Kind, behindSays: string, but?: Partial<Row>): OfType => ({
  kind,
  behind: 'data',
  behindSays,
  ...(but === undefined ? {} : { but }),
});
const noWaf = (because: string): Partial<Row> => ({ waf: never(because) });

/** What is known of types; every other one is opened by its policy alone. */
export const types: Readonly<Record<string, OfType>> = {
  'AWS::EC2::Instance': { kind: 'machine', behind: 'compute', behindSays: 'a machine, and what its role may do' },
  'AWS::ElasticLoadBalancingV2::LoadBalancer': {
    kind: 'balancer',
    behind: 'service',
    behindSays: 'what it sends on to',
  },
  'AWS::ElasticLoadBalancing::LoadBalancer': {
    kind: 'balancer',
    behind: 'service',
    behindSays: 'its instances',
    // https://docs.aws.amazon.com/waf/latest/developerguide/waf-chapter.html
    but: {
      ...noWaf('AWS WAF does not protect Classic Load Balancers'),
      authentication: never('a Classic Load Balancer asks nobody who they are'),
    },
  },
  'AWS::CloudFront::Distribution': { kind: 'distribution', behind: 'service', behindSays: 'its origins' },
  'AWS::Lambda::Function': { kind: 'function', behind: 'compute', behindSays: 'its code, and what its role may do' },
  'AWS::ApiGateway::RestApi': {
    kind: 'api',
    behind: 'service',
    behindSays: 'what answers its methods',
    but: { authentication: named('apigateway-rest-api-public-endpoint-authorized') },
  },
  'AWS::ApiGatewayV2::Api': {
    kind: 'api',
    behind: 'service',
    behindSays: 'what answers its routes',
    but: {
      // https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vs-rest.html
      ...noWaf('AWS WAF does not protect HTTP and WebSocket APIs'),
      authentication: named('apigateway-v2-api-authorizer-configured'),
    },
  },
  'AWS::AppSync::GraphQLApi': {
    kind: 'api',
    behind: 'service',
    behindSays: 'what its resolvers reach',
    but: {
      authentication: named('appsync-graphql-api-key-auth-not-used'),
      'iam-role': nothing('the roles of its data sources are not read'),
      'encryption-at-rest': checks,
    },
  },
  'AWS::RDS::DBInstance': data('placed', 'a database', { authentication: named('rds-instance-iam-auth-enabled') }),
  'AWS::Redshift::Cluster': data('placed', 'a data warehouse', {
    authentication: nothing('its own users and passwords, which AWS does not tell'),
  }),
  'AWS::RedshiftServerless::Workgroup': data('placed', 'a data warehouse', {
    authentication: nothing('its own users and passwords, which AWS does not tell'),
  }),
  'AWS::DMS::ReplicationInstance': data('placed', 'databases that are being moved', {
    authentication: nothing(ownSoftware),
  }),
  'AWS::EMR::Cluster': {
    kind: 'placed',
    behind: 'compute',
    behindSays: 'a cluster, and what its roles may do',
    but: { authentication: nothing(ownSoftware) },
  },
  'AWS::MSK::Cluster': data('placed', 'topics of Kafka', {
    authentication: named('msk-cluster-unauthenticated-access-disabled'),
  }),
  'AWS::AmazonMQ::Broker': data('placed', 'messages', {
    authentication: nothing('its own users and passwords, which are not read'),
    'encryption-in-transit': nothing('which protocols it speaks is not read for this'),
  }),
  'AWS::ECS::Service': {
    kind: 'placed',
    behind: 'compute',
    behindSays: 'containers, and what their role may do',
    but: {
      authentication: never(ownSoftware),
      'encryption-in-transit': never(ownSoftware),
      'load-balancer': nothing('its tasks have addresses of their own; load balancers before them are told themselves'),
    },
  },
  'AWS::ECS::TaskSet': {
    kind: 'placed',
    behind: 'compute',
    behindSays: 'containers, and what their role may do',
    but: { authentication: never(ownSoftware), 'encryption-in-transit': never(ownSoftware) },
  },
  'AWS::OpenSearchService::Domain': data('endpoint', 'everything that was indexed', {
    ...noWaf('AWS WAF does not protect OpenSearch domains'),
    authentication: named('opensearch-domain-fine-grained-access-enabled'),
  }),
  'AWS::EKS::Cluster': {
    kind: 'endpoint',
    behind: 'compute',
    behindSays: 'a cluster of Kubernetes, and what its pods may do',
    but: {
      ...noWaf('AWS WAF does not protect API servers of EKS'),
      authentication: nothing(
        'the API server asks for IAM or another issuer; what Kubernetes lets anonymous callers do is not read',
      ),
      'encryption-in-transit': never(onlyTls),
    },
  },
  'AWS::Cognito::IdentityPool': {
    kind: 'identity',
    behind: 'compute',
    behindSays: 'credentials of its role for guests',
  },
  'AWS::BedrockAgentCore::Gateway': {
    kind: 'endpoint',
    behind: 'compute',
    behindSays: 'the tools that it calls',
    but: { authentication: named('bedrock-agentcore-gateway-inbound-authorized') },
  },
  'AWS::IAM::Role': { kind: 'identity', behind: 'compute', behindSays: 'what the role may do' },
  'AWS::S3::Bucket': data('policy', 'objects'),
  'AWS::KMS::Key': data('policy', 'whatever the key encrypts', { 'encryption-at-rest': never('it is a key') }),
  'AWS::SecretsManager::Secret': data('policy', 'a secret'),
  'AWS::SQS::Queue': data('policy', 'messages'),
  'AWS::SNS::Topic': data('policy', 'messages', {}),
  'AWS::Backup::BackupVault': data('policy', 'recovery points'),
  'AWS::Glacier::Vault': data('policy', 'archives'),
  'AWS::S3Vectors::VectorBucket': data('policy', 'vectors'),
  'AWS::S3Files::FileSystem': data('policy', 'files'),
  'AWS::EFS::FileSystem': data('policy', 'files'),
  'AWS::DSQL::Cluster': data('policy', 'a database'),
  'AWS::EC2::Snapshot': data('policy', 'a copy of a disk'),
  'AWS::RDS::DBSnapshot': data('policy', 'a copy of a database'),
  'AWS::RDS::DBClusterSnapshot': data('policy', 'a copy of a database'),
};

const other: OfType = { kind: 'policy', behind: 'service', behindSays: 'what its policy allows' };

/** What is known of a type. */
export const typeOf = (type: string): OfType => types[type] ?? other;

/** How a layer of a type is judged. */
export function ruleOf(type: string, layer: LayerName): Rule {
  const { kind, but } = typeOf(type);
  return but?.[layer] ?? kinds[kind][layer];
}

/** Checks that tell a layer of the resource that they judge, by how their ids end. */
export const tellingIds: Partial<Record<LayerName, RegExp>> = {
  'encryption-at-rest': /-(?:encrypted|encrypted-at-rest|storage-encrypted|encrypted-cmk|kms-encrypted)$/,
  'encryption-in-transit':
    /-(?:encrypted-in-transit|tls-required|tls-enforced|tls-termination-enabled|https-required|https-or-redirect|https-or-ssl-only|secure-transport-enforced|encrypted-protocol)$/,
  logging: /-(?:logging|logs)-(?:enabled|configured)$/,
};

/** Those whose failure does not say that the layer is missing: the resource is encrypted with another key. */
export const weakId = /-(?:cmk|kms-encrypted|iam-auth-enabled)$/;

/**
 * Those whose failure says that AWS encrypts with a key of its own, as these services always do:
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html,
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html,
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html.
 */
export const otherKeyIds: ReadonlySet<string> = new Set([
  's3-bucket-kms-encrypted',
  'secretsmanager-secret-encrypted-cmk',
  'lambda-function-environment-encrypted-cmk',
]);

/** Types of parts whose findings are those of the whole: its listeners, its stages. */
export const partTypes: Readonly<Record<string, readonly string[]>> = {
  'AWS::ElasticLoadBalancingV2::LoadBalancer': ['AWS::ElasticLoadBalancingV2::Listener'],
  'AWS::ApiGateway::RestApi': ['AWS::ApiGateway::Stage'],
  'AWS::ApiGatewayV2::Api': ['AWS::ApiGatewayV2::Stage'],
};
