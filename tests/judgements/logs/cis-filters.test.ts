import { describe, expect, it } from 'vitest';
import {
  isMonitoredEventId,
  monitoredEvents,
  monitors,
  type MonitoredEventId,
} from '../../../src/judgements/logs/cis-filters.ts';
import { parseFilterPattern } from '../../../src/judgements/logs/filter-pattern.ts';

const ids = Object.keys(monitoredEvents).filter(isMonitoredEventId);

describe('monitoredEvents', () => {
  it('has the fifteen events of the benchmark', () => expect(ids).toHaveLength(15));

  it.each(ids)('%s has patterns that are understood, and accepts its own', (id) => {
    for (const text of [monitoredEvents[id].pattern, ...monitoredEvents[id].accepts]) {
      expect(parseFilterPattern(text).kind).toBe('json');
      expect(text.length).toBeLessThanOrEqual(1024);
      expect(monitors(text, id)).toEqual({ covers: true });
    }
  });

  it.each(ids)('%s is not covered by the pattern of any other', (id) => {
    for (const other of ids) if (other !== id) expect(monitors(monitoredEvents[other].pattern, id).covers).toBe(false);
  });

  it.each(ids)('%s misses each event name that is left out', (id) => {
    const [first = ''] = monitoredEvents[id].accepts
      .filter((text) => text.includes('eventSource'))
      .concat(monitoredEvents[id].pattern);
    const names = [...first.matchAll(/\(\$\.eventName = (\w+)\)/g)].map(([, name = '']) => name);
    for (const name of names) {
      const verdict = monitors(first.replace(`$.eventName = ${name})`, '$.eventName = Nothing)'), id);
      expect(verdict).toEqual({ covers: false, missed: expect.stringContaining(`"${name}"`) });
    }
  });
});

describe('monitors', () => {
  it.each<[MonitoredEventId, string]>([
    [
      'unauthorized-api-calls',
      '{ ($.errorCode ="*UnauthorizedOperation") || ($.errorCode ="AccessDenied*") && ($.sourceIPAddress!="delivery.logs.amazonaws.com") && ($.eventName!="HeadBucket") }',
    ],
    [
      'unauthorized-api-calls',
      '{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") || ($.sourceIPAddress!="delivery.logs.amazonaws.com") || ($.eventName!="HeadBucket") }',
    ],
    [
      'unauthorized-api-calls',
      '{(($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*")) && (($.sourceIPAddress!="delivery.logs.amazonaws.com") && ($.eventName!="HeadBucket"))}',
    ],
    ['unauthorized-api-calls', '{($.errorCode=*UnauthorizedOperation)||($.errorCode=AccessDenied*)}'],
    ['console-login-without-mfa', '{($.eventName=ConsoleLogin)&&($.additionalEventData.MFAUsed!=Yes)}'],
    [
      'console-login-without-mfa',
      '{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") && ($.userIdentity.type = "IAMUser") && ($.responseElements.ConsoleLogin = "Success") }',
    ],
    ['console-login-without-mfa', '{ $.eventName = "ConsoleLogin" && $.additionalEventData.MFAUsed = "No" }'],
    [
      'root-usage',
      '{$.userIdentity.type="Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType !="AwsServiceEvent"}',
    ],
    [
      'root-usage',
      '{ ($.userIdentity.type = "Root") && ($.userIdentity.invokedBy NOT EXISTS) && ($.eventType != "AwsServiceEvent") }',
    ],
    ['console-login-failures', '{ ($.eventName = ConsoleLogin) && ($.errorMessage = "Failed authentication") }'],
    ['console-login-failures', '{ $.eventName = ConsoleLogin && $.errorMessage = "Failed*" }'],
    [
      'kms-key-deletion',
      '{($.eventSource=kms.amazonaws.com) && (($.eventName=DisableKey)||($.eventName=ScheduleKeyDeletion))}',
    ],
    [
      'kms-key-deletion',
      '{ ($.eventSource = "kms.amazonaws.com") && (($.eventName = "DisableKey") || ($.eventName = "ScheduleKeyDeletion") || ($.eventName = "DeleteImportedKeyMaterial")) }',
    ],
    ['iam-policy-changes', '{ $.eventName = "*Policy" || $.eventName = "*PolicyVersion" }'],
    [
      'route-table-changes',
      '{ ($.eventSource = ec2.amazonaws.com) && (($.eventName = CreateRoute) || ($.eventName = CreateRouteTable) || ($.eventName = ReplaceRoute) || ($.eventName = ReplaceRouteTableAssociation) || ($.eventName = DeleteRouteTable) || ($.eventName = DeleteRoute) || ($.eventName = DisassociateRouteTable)) }',
    ],
    [
      'route-table-changes',
      '{ $.eventName = "CreateRoute*" || $.eventName = "ReplaceRoute*" || $.eventName = "DeleteRoute*" || $.eventName = "DisassociateRouteTable" }',
    ],
    [
      'config-changes',
      '{($.eventName = PutConfigurationRecorder) || ($.eventName = StopConfigurationRecorder) || ($.eventName = DeleteDeliveryChannel) || ($.eventName = PutDeliveryChannel)}',
    ],
  ])('%s is monitored by %s', (id, pattern) => {
    expect(monitors(pattern, id)).toEqual({ covers: true });
  });

  it.each<[MonitoredEventId, string]>([
    ['console-login-without-mfa', '{ $.eventName = "ConsoleLogin" && $.additionalEventData.MFAUsed = "Yes" }'],
    ['root-usage', '{ $.userIdentity.type = "Root" && $.eventName = "ConsoleLogin" }'],
    ['cloudtrail-changes', '{ $.eventName = StopLogging || $.eventName = DeleteTrail || $.eventName = UpdateTrail }'],
    ['s3-bucket-policy-changes', '{ $.eventName = PutBucketPolicy || $.eventName = DeleteBucketPolicy }'],
    ['unauthorized-api-calls', '{ $.errorCode = "AccessDenied*" }'],
  ])('%s is not monitored by %s', (id, pattern) => {
    expect(monitors(pattern, id).covers).toBe(false);
  });

  it('counts several filters as one', () => {
    const [one, two] = ['{ $.errorCode = "AccessDenied*" }', '{ $.errorCode = "*UnauthorizedOperation" }'];
    expect(monitors([one, two], 'unauthorized-api-calls')).toEqual({ covers: true });
  });
});

describe('what is counted besides, or left out', () => {
  it.each<[MonitoredEventId, string, string, boolean]>([
    [
      'cloudtrail-changes',
      'the pattern names the source',
      '{ ($.eventSource = cloudtrail.amazonaws.com) && (($.eventName = CreateTrail) || ($.eventName = UpdateTrail) || ($.eventName = DeleteTrail) || ($.eventName = StartLogging) || ($.eventName = StopLogging)) }',
      true,
    ],
    [
      'cloudtrail-changes',
      'StopLogging is left out',
      '{ ($.eventName = CreateTrail) || ($.eventName = UpdateTrail) || ($.eventName = DeleteTrail) || ($.eventName = StartLogging) }',
      false,
    ],
    ['config-changes', 'every event of AWS Config is counted', '{ $.eventSource = "config.amazonaws.com" }', true],
    [
      'config-changes',
      'deleted delivery channels are left out',
      '{ ($.eventSource = config.amazonaws.com) && (($.eventName=StopConfigurationRecorder)||($.eventName=PutDeliveryChannel)||($.eventName=PutConfigurationRecorder)) }',
      false,
    ],
    [
      'console-login-failures',
      'every console sign-in with an error is counted',
      '{ $.eventName = ConsoleLogin && $.errorMessage EXISTS }',
      true,
    ],
    [
      'console-login-failures',
      'only failures of one user are counted',
      '{ ($.eventName = ConsoleLogin) && ($.errorMessage = "Failed authentication") && ($.userIdentity.userName = "bob") }',
      false,
    ],
    [
      'console-login-without-mfa',
      'federated users are counted too',
      '{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") }',
      true,
    ],
    [
      'console-login-without-mfa',
      'failed sign-ins are counted instead',
      '{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") && ($.responseElements.ConsoleLogin = "Failure") }',
      false,
    ],
    ['iam-policy-changes', 'every event of IAM is counted', '{ $.eventSource = iam.amazonaws.com }', true],
    [
      'iam-policy-changes',
      'only attachments are counted',
      '{ ($.eventName = AttachRolePolicy) || ($.eventName = AttachUserPolicy) || ($.eventName = AttachGroupPolicy) }',
      false,
    ],
    [
      'kms-key-deletion',
      'the names are joined the other way round',
      '{ (($.eventName = ScheduleKeyDeletion) || ($.eventName = DisableKey)) && ($.eventSource = kms.amazonaws.com) }',
      true,
    ],
    [
      'kms-key-deletion',
      'the names are joined by and',
      '{ ($.eventSource = kms.amazonaws.com) && ($.eventName = ScheduleKeyDeletion) && ($.eventName = DisableKey) }',
      false,
    ],
    [
      'network-acl-changes',
      'every name with NetworkAcl is counted',
      '{ $.eventName = *NetworkAcl || $.eventName = *NetworkAclEntry || $.eventName = *NetworkAclAssociation }',
      true,
    ],
    [
      'network-acl-changes',
      'entries are left out',
      '{ ($.eventName = CreateNetworkAcl) || ($.eventName = DeleteNetworkAcl) || ($.eventName = ReplaceNetworkAclAssociation) }',
      false,
    ],
    ['network-gateway-changes', 'every gateway is counted', '{ $.eventName = *Gateway }', true],
    ['network-gateway-changes', 'customer gateways are left out', '{ $.eventName = *InternetGateway }', false],
    [
      'root-usage',
      'service events are counted too',
      '{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS }',
      true,
    ],
    [
      'root-usage',
      'only console sign-ins of the root user are counted',
      '{ $.userIdentity.type = "Root" && $.eventName = "ConsoleLogin" }',
      false,
    ],
    [
      'route-table-changes',
      'every name with Route is counted',
      '{ $.eventName = *Route || $.eventName = *RouteTable || $.eventName = *RouteTableAssociation || $.eventName = DisassociateRouteTable }',
      true,
    ],
    [
      'route-table-changes',
      'replaced routes are left out',
      '{($.eventName=CreateRoute)||($.eventName=CreateRouteTable)||($.eventName=ReplaceRouteTableAssociation)||($.eventName=DeleteRouteTable)||($.eventName=DeleteRoute)||($.eventName=DisassociateRouteTable)}',
      false,
    ],
    [
      's3-bucket-policy-changes',
      'the source is not named',
      '{ ($.eventName = PutBucket*) || ($.eventName = DeleteBucket*) }',
      true,
    ],
    [
      's3-bucket-policy-changes',
      'deletions are left out',
      '{ ($.eventSource = s3.amazonaws.com) && ($.eventName = PutBucket*) }',
      false,
    ],
    [
      'security-group-changes',
      'every name with SecurityGroup is counted',
      '{ $.eventName = "*SecurityGroup" || $.eventName = "*SecurityGroupIngress" || $.eventName = "*SecurityGroupEgress" }',
      true,
    ],
    [
      'security-group-changes',
      'outgoing rules are left out',
      '{ ($.eventName = AuthorizeSecurityGroupIngress) || ($.eventName = RevokeSecurityGroupIngress) || ($.eventName = CreateSecurityGroup) || ($.eventName = DeleteSecurityGroup) }',
      false,
    ],
    [
      'unauthorized-api-calls',
      'the denials of log delivery are left out',
      '{ (($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*")) && ($.sourceIPAddress != "delivery.logs.amazonaws.com") && ($.eventName != "HeadBucket") }',
      true,
    ],
    ['unauthorized-api-calls', "only EC2's denials are counted", '{ $.errorCode = "*UnauthorizedOperation" }', false],
    [
      'vpc-changes',
      'events of EC2-Classic are left out',
      '{ ($.eventSource = ec2.amazonaws.com) && (($.eventName = CreateVpc) || ($.eventName = DeleteVpc) || ($.eventName = ModifyVpcAttribute) || ($.eventName = AcceptVpcPeeringConnection) || ($.eventName = CreateVpcPeeringConnection) || ($.eventName = DeleteVpcPeeringConnection) || ($.eventName = RejectVpcPeeringConnection)) }',
      true,
    ],
    [
      'vpc-changes',
      'peering is left out',
      '{ ($.eventName = CreateVpc) || ($.eventName = DeleteVpc) || ($.eventName = ModifyVpcAttribute) }',
      false,
    ],
  ])('%s: %s', (id, _when, pattern, covers) => expect(monitors(pattern, id).covers).toBe(covers));
});
