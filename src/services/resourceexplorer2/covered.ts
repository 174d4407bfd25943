/**
 * By resource type: what Resource Explorer calls everything that the type's list may hold, or what has to be there for it to hold
 * anything, such as the cluster of a service
 * (https://docs.aws.amazon.com/resource-explorer/latest/userguide/supported-resource-types.html). A type is listed all the same where
 * - its list also gives what belongs to other accounts or to AWS (shared subnets and directories, the accepter's peering connections,
 *   trails of the organization, AWS's keys and documents), which are in their owner's index, or in none,
 * - its list gives what is gone for some time (terminated clusters of EMR), or is there from the beginning (the default event bus),
 * - the documentation does not name it.
 */
export const covered: Readonly<Record<string, readonly string[]>> = {
  'acm/AWS::CertificateManager::Certificate': ['acm:certificate'],
  'apigateway/AWS::ApiGateway::RestApi': ['apigateway:restapis'],
  'apigateway/AWS::ApiGateway::Stage': ['apigateway:restapis'],
  'apigatewayv2/AWS::ApiGatewayV2::Api': ['apigateway:apis'],
  'apigatewayv2/AWS::ApiGatewayV2::Stage': ['apigateway:apis'],
  'appsync/AWS::AppSync::GraphQLApi': ['appsync:apis'],
  'autoscaling/AWS::AutoScaling::AutoScalingGroup': ['autoscaling:autoScalingGroup'],
  'backup/AWS::Backup::BackupPlan': ['backup:backup-plan'],
  'backup/AWS::Backup::BackupVault': ['backup:backup-vault'],
  'backup/AWS::Backup::RecoveryPoint': ['backup:backup-vault'],
  'backup/AWS::Backup::ReportPlan': ['backup:report-plan'],
  'bedrockagent/AWS::Bedrock::KnowledgeBase': ['bedrock:knowledge-base'],
  'bedrockagentcore/AWS::BedrockAgentCore::Runtime': ['bedrock-agentcore:runtime'],
  'cloudformation/AWS::CloudFormation::Stack': ['cloudformation:stack'],
  'cloudwatch/AWS::CloudWatch::Alarm': ['cloudwatch:alarm'],
  'codebuild/AWS::CodeBuild::Project': ['codebuild:project'],
  'cognito/AWS::Cognito::UserPool': ['cognito-idp:userpool'],
  'cognito/AWS::Cognito::UserPoolClient': ['cognito-idp:userpool'],
  'cognito/AWS::Cognito::UserPoolGroup': ['cognito-idp:userpool'],
  'cognitoidentity/AWS::Cognito::IdentityPool': ['cognito-identity:identitypool'],
  'dms/AWS::DMS::ReplicationInstance': ['dms:rep'],
  'ec2/AWS::EC2::EIP': ['ec2:elastic-ip'],
  'ec2/AWS::EC2::FlowLog': ['ec2:vpc-flow-log'],
  'ec2/AWS::EC2::Image': ['ec2:image'],
  'ec2/AWS::EC2::Instance': ['ec2:instance'],
  'ec2/AWS::EC2::LaunchTemplate': ['ec2:launch-template'],
  'ec2/AWS::EC2::Snapshot': ['ec2:snapshot'],
  'ec2/AWS::EC2::VPCEndpoint': ['ec2:vpc-endpoint'],
  'ec2/AWS::EC2::VPNConnection': ['ec2:vpn-connection'],
  'ec2/AWS::EC2::Volume': ['ec2:volume'],
  'ecr/AWS::ECR::Repository': ['ecr:repository'],
  'ecs/AWS::ECS::Service': ['ecs:cluster'],
  'ecs/AWS::ECS::TaskDefinition': ['ecs:task-definition'],
  'ecs/AWS::ECS::TaskSet': ['ecs:cluster'],
  'efs/AWS::EFS::FileSystem': ['elasticfilesystem:file-system'],
  'eks/AWS::EKS::Cluster': ['eks:cluster'],
  'eks/AWS::EKS::Nodegroup': ['eks:cluster'],
  'elasticache/AWS::ElastiCache::CacheCluster': ['elasticache:cluster'],
  'elasticache/AWS::ElastiCache::ReplicationGroup': ['elasticache:replicationgroup', 'elasticache:cluster'],
  'elasticbeanstalk/AWS::ElasticBeanstalk::Environment': ['elasticbeanstalk:environment'],
  ...balancers('elb/AWS::ElasticLoadBalancing::LoadBalancer'),
  ...balancers('elbv2/AWS::ElasticLoadBalancingV2::Listener'),
  ...balancers('elbv2/AWS::ElasticLoadBalancingV2::LoadBalancer'),
  'elbv2/AWS::ElasticLoadBalancingV2::TargetGroup': ['elasticloadbalancing:targetgroup'],
  'glacier/AWS::Glacier::Vault': ['glacier:vaults'],
  'guardduty/AWS::GuardDuty::IPSet': ['guardduty:detector'],
  'guardduty/AWS::GuardDuty::Member': ['guardduty:detector'],
  'lambda/AWS::Lambda::Function': ['lambda:function'],
  'logs/AWS::Logs::LogGroup': ['logs:log-group'],
  'logs/AWS::Logs::MetricFilter': ['logs:log-group'],
  'msk/AWS::MSK::Cluster': ['kafka:cluster'],
  'networkfirewall/AWS::NetworkFirewall::Firewall': ['network-firewall:firewall'],
  'opensearch/AWS::OpenSearchService::Domain': ['es:domain'],
  // Those of DocumentDB and Neptune are reported as RDS's.
  'rds/AWS::RDS::DBCluster': ['rds:cluster'],
  'rds/AWS::RDS::DBInstance': ['rds:db'],
  'rds/AWS::RDS::DBProxy': ['rds:db-proxy'],
  ...databaseSnapshots('rds/AWS::RDS::DBSnapshot'),
  ...databaseSnapshots('rds/AWS::DocDB::DBClusterSnapshot'),
  ...databaseSnapshots('rds/AWS::Neptune::DBClusterSnapshot'),
  'redshift/AWS::Redshift::Cluster': ['redshift:cluster'],
  's3control/AWS::S3::AccessPoint': ['s3:accesspoint'],
  'sagemaker/AWS::SageMaker::NotebookInstance': ['sagemaker:notebook-instance'],
  'secretsmanager/AWS::SecretsManager::Secret': ['secretsmanager:secret'],
  'sns/AWS::SNS::Topic': ['sns:topic'],
  'sqs/AWS::SQS::Queue': ['sqs:queue'],
  'ssm/AWS::SSM::Parameter': ['ssm:parameter'],
  'stepfunctions/AWS::StepFunctions::StateMachine': ['states:stateMachine'],
  'wafv2/AWS::WAFv2::IPSet': ['wafv2:ipset'],
  'wafv2/AWS::WAFv2::WebACL': ['wafv2:webacl'],
};

/** Those of the second version are reported by their kind, or as those of the first. */
function balancers(type: string): Readonly<Record<string, readonly string[]>> {
  const balancer = 'elasticloadbalancing:loadbalancer';
  return { [type]: [balancer, `${balancer}/app`, `${balancer}/net`, `${balancer}/gwy`] };
}

/** Automated ones come with what they are of, and may outlive it. */
function databaseSnapshots(type: string): Readonly<Record<string, readonly string[]>> {
  return { [type]: ['rds:snapshot', 'rds:cluster-snapshot', 'rds:auto-backup', 'rds:db', 'rds:cluster'] };
}
