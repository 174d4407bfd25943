/** Prefixes of IAM actions that differ from the SDK's name of the service. */
const prefixes: Readonly<Record<string, string>> = {
  accessanalyzer: 'access-analyzer',
  'api-gateway': 'apigateway',
  'auto-scaling': 'autoscaling',
  'bedrock-agent': 'bedrock',
  'bedrock-agentcore-control': 'bedrock-agentcore',
  'cloudhsm-v2': 'cloudhsm',
  'cloudwatch-logs': 'logs',
  'cognito-identity-provider': 'cognito-idp',
  'config-service': 'config',
  'database-migration-service': 'dms',
  efs: 'elasticfilesystem',
  'directory-service': 'ds',
  'elastic-beanstalk': 'elasticbeanstalk',
  'elastic-load-balancing': 'elasticloadbalancing',
  'elastic-load-balancing-v2': 'elasticloadbalancing',
  emr: 'elasticmapreduce',
  eventbridge: 'events',
  'global-accelerator': 'globalaccelerator',
  opensearch: 'es',
  'resource-groups-tagging-api': 'tag',
  'route-53': 'route53',
  'route-53-domains': 'route53domains',
  's3-control': 's3',
  'secrets-manager': 'secretsmanager',
  'service-quotas': 'servicequotas',
  sesv2: 'ses',
  sfn: 'states',
  'storage-gateway': 'storagegateway',
  'sso-admin': 'sso',
};

/**
 * Operations whose action has another name, from the service authorization reference; written down here once more, so
 * that a mistake in the product's own table shows.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const renamed: Readonly<Record<string, string>> = {
  'memorydb:DescribeACLs': 'memorydb:DescribeAcls',
  's3:ListBuckets': 's3:ListAllMyBuckets',
  's3:GetBucketEncryption': 's3:GetEncryptionConfiguration',
  's3:GetBucketLifecycleConfiguration': 's3:GetLifecycleConfiguration',
  's3:GetBucketReplication': 's3:GetReplicationConfiguration',
  's3:GetObjectLockConfiguration': 's3:GetBucketObjectLockConfiguration',
  's3:GetPublicAccessBlock': 's3:GetBucketPublicAccessBlock',
  's3-control:GetPublicAccessBlock': 's3:GetAccountPublicAccessBlock',
};

/** The IAM action that a request needs; undefined for the one operation that needs none. */
export function actionFor({
  service,
  operation,
}: {
  readonly service: string;
  readonly operation: string;
}): string | undefined {
  const id = `${service}:${operation}`;
  // https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html: no permissions are required.
  if (id === 'sts:GetCallerIdentity') return undefined;
  // API Gateway's actions are HTTP methods.
  if (service === 'api-gateway' || service === 'apigatewayv2') return 'apigateway:GET';
  return renamed[id] ?? `${prefixes[service] ?? service}:${operation}`;
}
