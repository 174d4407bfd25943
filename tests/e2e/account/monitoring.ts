import { CloudWatchClient, PutMetricAlarmCommand } from '@aws-sdk/client-cloudwatch';
import { CloudWatchLogsClient, CreateLogGroupCommand, PutMetricFilterCommand } from '@aws-sdk/client-cloudwatch-logs';
import { CreateTopicCommand, GetTopicAttributesCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { logGroup } from './trails.ts';
import { accountIds, given, type World } from './world.ts';

const anyOf = (names: string): string =>
  `{ ${names
    .split(' ')
    .map((name) => `($.eventName = ${name})`)
    .join(' || ')} }`;
const source = (service: string, names: string): string =>
  `{ ($.eventSource = ${service}.amazonaws.com) && (${anyOf(names).slice(2, -2)}) }`;

/** The filter patterns of CIS's monitoring section, by metric: https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html */
const patterns: Readonly<Record<string, string>> = {
  UnauthorizedApiCalls: '{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") }',
  ConsoleLoginWithoutMfa:
    '{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") && ($.userIdentity.type = "IAMUser") && ($.responseElements.ConsoleLogin = "Success") }',
  RootUsage:
    '{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }',
  IamPolicyChanges: anyOf(
    'DeleteGroupPolicy DeleteRolePolicy DeleteUserPolicy PutGroupPolicy PutRolePolicy PutUserPolicy CreatePolicy DeletePolicy CreatePolicyVersion DeletePolicyVersion AttachRolePolicy DetachRolePolicy AttachUserPolicy DetachUserPolicy AttachGroupPolicy DetachGroupPolicy',
  ),
  CloudTrailChanges: anyOf('CreateTrail UpdateTrail DeleteTrail StartLogging StopLogging'),
  ConsoleLoginFailures: '{ ($.eventName = ConsoleLogin) && ($.errorMessage = "Failed authentication") }',
  KmsKeyDeletion: source('kms', 'DisableKey ScheduleKeyDeletion'),
  S3PolicyChanges: source(
    's3',
    'PutBucketAcl PutBucketPolicy PutBucketCors PutBucketLifecycle PutBucketReplication DeleteBucketPolicy DeleteBucketCors DeleteBucketLifecycle DeleteBucketReplication',
  ),
  ConfigChanges: source(
    'config',
    'StopConfigurationRecorder DeleteDeliveryChannel PutDeliveryChannel PutConfigurationRecorder',
  ),
  SecurityGroupChanges: anyOf(
    'AuthorizeSecurityGroupIngress AuthorizeSecurityGroupEgress RevokeSecurityGroupIngress RevokeSecurityGroupEgress CreateSecurityGroup DeleteSecurityGroup',
  ),
  NetworkAclChanges: anyOf(
    'CreateNetworkAcl CreateNetworkAclEntry DeleteNetworkAcl DeleteNetworkAclEntry ReplaceNetworkAclEntry ReplaceNetworkAclAssociation',
  ),
  GatewayChanges: anyOf(
    'CreateCustomerGateway DeleteCustomerGateway AttachInternetGateway CreateInternetGateway DeleteInternetGateway DetachInternetGateway',
  ),
  RouteTableChanges: source(
    'ec2',
    'CreateRoute CreateRouteTable ReplaceRoute ReplaceRouteTableAssociation DeleteRouteTable DeleteRoute DisassociateRouteTable',
  ),
  VpcChanges: anyOf(
    'CreateVpc DeleteVpc ModifyVpcAttribute AcceptVpcPeeringConnection CreateVpcPeeringConnection DeleteVpcPeeringConnection RejectVpcPeeringConnection AttachClassicLinkVpc DetachClassicLinkVpc DisableVpcClassicLink EnableVpcClassicLink',
  ),
  OrganizationChanges: source(
    'organizations',
    'AcceptHandshake AttachPolicy CreateAccount CreateOrganizationalUnit CreatePolicy DeclineHandshake DeleteOrganization DeleteOrganizationalUnit DeletePolicy DetachPolicy DisablePolicyType EnablePolicyType InviteAccountToOrganization LeaveOrganization MoveAccount RemoveAccountFromOrganization UpdatePolicy UpdateOrganizationalUnit',
  ),
};

/** In `second`, every event of CIS's monitoring section raises an alarm that reaches somebody; `main` watches one, in vain. */
export async function buildMonitoring(world: World): Promise<void> {
  await watch(world, 'second', patterns);
  await watch(world, 'main', { RootUsage: '{ $.userIdentity.type = "Root" }' });
  // The emulator counts no subscription as confirmed.
  world.front.answer({ service: 'sns', operation: 'GetTopicAttributes' }, async ({ input, account, region }) => {
    const TopicArn = String(input['TopicArn']);
    const { Attributes } = await new SNSClient(world.behind(account, region)).send(
      new GetTopicAttributesCommand({ TopicArn }),
    );
    return { Attributes: { ...Attributes, SubscriptionsConfirmed: account === accountIds.second ? '1' : '0' } };
  });
}

async function watch(
  world: World,
  account: 'main' | 'second',
  wanted: Readonly<Record<string, string>>,
): Promise<void> {
  const at = world.at(account);
  const sns = new SNSClient(at);
  const { TopicArn } = await sns.send(new CreateTopicCommand({ Name: 'security-alarms' }));
  await sns.send(
    new SubscribeCommand({
      TopicArn,
      Protocol: 'sqs',
      Endpoint: given(TopicArn, 'topic').replace(':sns:', ':sqs:'),
    }),
  );
  // The emulator's log groups say nothing of protection.
  world.front.answer({ service: 'cloudwatch-logs', operation: 'DescribeLogGroups' }, ({ region, account }) => ({
    logGroups:
      region === 'us-east-1' && account !== accountIds.bare
        ? [
            account === accountIds.second
              ? { logGroupName: logGroup, deletionProtectionEnabled: true }
              : {
                  logGroupName: 'orders',
                  deletionProtectionEnabled: false,
                  retentionInDays: 14,
                  kmsKeyId: 'arn:aws:kms:us-east-1:123456789012:key/6f1d0c2b-9a3e-4b57-8c14-2d7e5f6a9b80',
                },
          ]
        : [],
  }));
  const logs = new CloudWatchLogsClient(at);
  await logs.send(new CreateLogGroupCommand({ logGroupName: logGroup }));
  const cloudwatch = new CloudWatchClient(at);
  for (const [metric, filterPattern] of Object.entries(wanted)) {
    const metricNamespace = 'CloudTrailMetrics';
    await logs.send(
      new PutMetricFilterCommand({
        logGroupName: logGroup,
        filterName: metric,
        filterPattern,
        metricTransformations: [{ metricName: metric, metricNamespace, metricValue: '1' }],
      }),
    );
    await cloudwatch.send(
      new PutMetricAlarmCommand({
        AlarmName: metric,
        Namespace: metricNamespace,
        MetricName: metric,
        Statistic: 'Sum',
        Period: 300,
        EvaluationPeriods: 1,
        Threshold: 1,
        ComparisonOperator: 'GreaterThanOrEqualToThreshold',
        ActionsEnabled: true,
        AlarmActions: [given(TopicArn, 'topic')],
      }),
    );
  }
}
