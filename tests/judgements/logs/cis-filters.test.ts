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
