import { certainlyMisses, covers, type Coverage } from './filter-covers.ts';

/**
 * An event that the monitoring section of the CIS AWS Foundations Benchmark wants a metric filter and an alarm for.
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html
 */
export interface MonitoredEvent {
  /** The pattern to recommend. */
  readonly pattern: string;
  /** Narrower patterns that are accepted too: the wording of another version, or one without events that can no longer occur. */
  readonly accepts: readonly string[];
}

function anyOf(names: readonly string[]): string {
  return names.map((name) => `($.eventName = ${name})`).join(' || ');
}

function fromSource(source: string, names: readonly string[]): string {
  return `{ ($.eventSource = ${source}) && (${anyOf(names)}) }`;
}

/** Some versions name the event's source and some do not; the recommended pattern is the one that says less and so matches more. */
function events(source: string, names: readonly string[], retired: readonly string[] = []): MonitoredEvent {
  return {
    pattern: `{ ${anyOf([...names, ...retired])} }`,
    accepts: [fromSource(source, names)],
  };
}

function eventsOf(source: string, names: readonly string[]): MonitoredEvent {
  return { pattern: fromSource(source, names), accepts: [] };
}

const consoleLogin = '($.eventName = "ConsoleLogin")';
const byIamUser = '($.userIdentity.type = "IAMUser") && ($.responseElements.ConsoleLogin = "Success")';
const denied = '($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*")';

export const monitoredEvents = {
  'unauthorized-api-calls': {
    pattern: `{ ${denied} }`,
    accepts: [
      `{ (${denied}) && ($.sourceIPAddress != "delivery.logs.amazonaws.com") && ($.eventName != "HeadBucket") }`,
    ],
  },
  'console-login-without-mfa': {
    pattern: `{ ${consoleLogin} && ($.additionalEventData.MFAUsed != "Yes") && ${byIamUser} }`,
    // CloudTrail writes Yes or No, so "No" says the same.
    accepts: [`{ ${consoleLogin} && ($.additionalEventData.MFAUsed = "No") && ${byIamUser} }`],
  },
  'root-usage': {
    pattern:
      '{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }',
    accepts: [],
  },
  'iam-policy-changes': events('iam.amazonaws.com', [
    'DeleteGroupPolicy',
    'DeleteRolePolicy',
    'DeleteUserPolicy',
    'PutGroupPolicy',
    'PutRolePolicy',
    'PutUserPolicy',
    'CreatePolicy',
    'DeletePolicy',
    'CreatePolicyVersion',
    'DeletePolicyVersion',
    'AttachRolePolicy',
    'DetachRolePolicy',
    'AttachUserPolicy',
    'DetachUserPolicy',
    'AttachGroupPolicy',
    'DetachGroupPolicy',
  ]),
  'cloudtrail-changes': events('cloudtrail.amazonaws.com', [
    'CreateTrail',
    'UpdateTrail',
    'DeleteTrail',
    'StartLogging',
    'StopLogging',
  ]),
  'console-login-failures': {
    pattern: `{ ${consoleLogin} && ($.errorMessage = "Failed authentication") }`,
    accepts: [],
  },
  'kms-key-deletion': eventsOf('kms.amazonaws.com', ['DisableKey', 'ScheduleKeyDeletion']),
  's3-bucket-policy-changes': eventsOf('s3.amazonaws.com', [
    'PutBucketAcl',
    'PutBucketPolicy',
    'PutBucketCors',
    'PutBucketLifecycle',
    'PutBucketReplication',
    'DeleteBucketPolicy',
    'DeleteBucketCors',
    'DeleteBucketLifecycle',
    'DeleteBucketReplication',
  ]),
  'config-changes': eventsOf('config.amazonaws.com', [
    'StopConfigurationRecorder',
    'DeleteDeliveryChannel',
    'PutDeliveryChannel',
    'PutConfigurationRecorder',
  ]),
  'security-group-changes': events('ec2.amazonaws.com', [
    'AuthorizeSecurityGroupIngress',
    'AuthorizeSecurityGroupEgress',
    'RevokeSecurityGroupIngress',
    'RevokeSecurityGroupEgress',
    'CreateSecurityGroup',
    'DeleteSecurityGroup',
  ]),
  'network-acl-changes': events('ec2.amazonaws.com', [
    'CreateNetworkAcl',
    'CreateNetworkAclEntry',
    'DeleteNetworkAcl',
    'DeleteNetworkAclEntry',
    'ReplaceNetworkAclEntry',
    'ReplaceNetworkAclAssociation',
  ]),
  'network-gateway-changes': events('ec2.amazonaws.com', [
    'CreateCustomerGateway',
    'DeleteCustomerGateway',
    'AttachInternetGateway',
    'CreateInternetGateway',
    'DeleteInternetGateway',
    'DetachInternetGateway',
  ]),
  'route-table-changes': events('ec2.amazonaws.com', [
    'CreateRoute',
    'CreateRouteTable',
    'ReplaceRoute',
    'ReplaceRouteTableAssociation',
    'DeleteRouteTable',
    'DeleteRoute',
    'DisassociateRouteTable',
  ]),
  'vpc-changes': events(
    'ec2.amazonaws.com',
    [
      'CreateVpc',
      'DeleteVpc',
      'ModifyVpcAttribute',
      'AcceptVpcPeeringConnection',
      'CreateVpcPeeringConnection',
      'DeleteVpcPeeringConnection',
      'RejectVpcPeeringConnection',
    ],
    // EC2-Classic ended in 2022, so these no longer occur and a pattern may leave them out.
    ['AttachClassicLinkVpc', 'DetachClassicLinkVpc', 'DisableVpcClassicLink', 'EnableVpcClassicLink'],
  ),
  'organizations-changes': eventsOf('organizations.amazonaws.com', [
    'AcceptHandshake',
    'AttachPolicy',
    'CreateAccount',
    'CreateOrganizationalUnit',
    'CreatePolicy',
    'DeclineHandshake',
    'DeleteOrganization',
    'DeleteOrganizationalUnit',
    'DeletePolicy',
    'DetachPolicy',
    'DisablePolicyType',
    'EnablePolicyType',
    'InviteAccountToOrganization',
    'LeaveOrganization',
    'MoveAccount',
    'RemoveAccountFromOrganization',
    'UpdatePolicy',
    'UpdateOrganizationalUnit',
  ]),
} as const satisfies Readonly<Record<string, MonitoredEvent>>;

export type MonitoredEventId = keyof typeof monitoredEvents;

export function isMonitoredEventId(id: string): id is MonitoredEventId {
  return Object.hasOwn(monitoredEvents, id);
}

/**
 * Whether the metric filters (one pattern, or several that alarm alike) match every event the benchmark wants monitored, by the recommended
 * pattern or one it accepts. When none is covered, `missed` speaks of what is lacking from the narrowest.
 */
export function monitors(given: string | readonly string[], event: MonitoredEventId): Coverage {
  const { pattern, accepts }: MonitoredEvent = monitoredEvents[event];
  let verdict = covers(given, pattern);
  for (const narrower of accepts) {
    if (verdict.covers === true) return verdict;
    verdict = covers(given, narrower);
  }
  return verdict;
}

/** A cheap look before {@link monitors}: true when one pattern certainly does not match every such event. */
export function certainlyMissed(given: string, event: MonitoredEventId): boolean {
  const { pattern, accepts }: MonitoredEvent = monitoredEvents[event];
  return [pattern, ...accepts].every((required) => certainlyMisses(given, required));
}
