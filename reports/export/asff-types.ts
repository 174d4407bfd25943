/**
 * What Security Hub calls the resources that it knows, without `Aws` before it
 * (https://docs.aws.amazon.com/securityhub/latest/userguide/asff-resources.html).
 */
const known = `
  AmazonMqBroker ApiGatewayRestApi ApiGatewayStage ApiGatewayV2Api ApiGatewayV2Stage AppSyncGraphQlApi
  AthenaWorkGroup AutoScalingAutoScalingGroup AutoScalingLaunchConfiguration BackupBackupPlan
  BackupBackupVault BackupRecoveryPoint CertificateManagerCertificate CloudFormationStack
  CloudFrontDistribution CloudTrailTrail CloudWatchAlarm CodeBuildProject DmsEndpoint
  DmsReplicationInstance DmsReplicationTask DynamoDbTable Ec2ClientVpnEndpoint Ec2Eip Ec2Instance
  Ec2LaunchTemplate Ec2NetworkAcl Ec2NetworkInterface Ec2RouteTable Ec2SecurityGroup Ec2Subnet
  Ec2TransitGateway Ec2Volume Ec2Vpc Ec2VpcEndpointService Ec2VpcPeeringConnection Ec2VpnConnection
  EcrContainerImage EcrRepository EcsCluster EcsContainer EcsService EcsTask EcsTaskDefinition
  EfsAccessPoint EksCluster ElasticBeanstalkEnvironment ElasticsearchDomain ElbLoadBalancer
  Elbv2LoadBalancer EventSchemasRegistry EventsEndpoint EventsEventbus GuardDutyDetector IamAccessKey
  IamGroup IamPolicy IamRole IamUser KinesisStream KmsKey LambdaFunction LambdaLayerVersion MskCluster
  NetworkFirewallFirewall NetworkFirewallFirewallPolicy NetworkFirewallRuleGroup
  OpenSearchServiceDomain RdsDbCluster RdsDbClusterSnapshot RdsDbInstance RdsDbSecurityGroup
  RdsDbSnapshot RdsEventSubscription RedshiftCluster Route53HostedZone S3AccessPoint
  S3AccountPublicAccessBlock S3Bucket S3Object SageMakerNotebookInstance SecretsManagerSecret SnsTopic
  SqsQueue SsmPatchCompliance StepFunctionStateMachine WafRateBasedRule WafRegionalRateBasedRule
  WafRegionalRule WafRegionalRuleGroup WafRegionalWebAcl WafRule WafRuleGroup WafWebAcl Wafv2RuleGroup
  Wafv2WebAcl XrayEncryptionConfig
`
  .trim()
  .split(/\s+/);

/** Where its name is not CloudFormation's in other letters. */
const others: Readonly<Record<string, string>> = {
  'AWS::AmazonMQ::Broker': 'AmazonMqBroker',
  'AWS::DMS::ReplicationInstance': 'DmsReplicationInstance',
  'AWS::EC2::EIP': 'Ec2Eip',
  'AWS::ElasticLoadBalancing::LoadBalancer': 'ElbLoadBalancer',
  'AWS::ElasticLoadBalancingV2::LoadBalancer': 'Elbv2LoadBalancer',
  'AWS::IAM::ManagedPolicy': 'IamPolicy',
  'AWS::KMS::Key': 'KmsKey',
  'AWS::MSK::Cluster': 'MskCluster',
  'AWS::OpenSearchService::Domain': 'OpenSearchServiceDomain',
  'AWS::RDS::DBClusterSnapshot': 'RdsDbClusterSnapshot',
  'AWS::StepFunctions::StateMachine': 'StepFunctionStateMachine',
  'AWS::WAFv2::WebACL': 'Wafv2WebAcl',
};

const byLetters = new Map(known.map((name) => [name.toLowerCase(), name]));

/** What Security Hub calls a CloudFormation type: `AwsS3Bucket`; `Other` where it has no name for it. */
export function resourceTypeOf(type: string): string {
  const name =
    others[type] ??
    byLetters.get(
      type
        .replace(/^AWS::/, '')
        .replaceAll('::', '')
        .toLowerCase(),
    );
  return name === undefined ? 'Other' : `Aws${name}`;
}

/** The names that Security Hub knows. */
export const knownTypes: readonly string[] = known.map((name) => `Aws${name}`);
