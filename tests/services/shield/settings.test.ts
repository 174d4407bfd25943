import { describe, expect, it } from 'vitest';
import { shieldSettings } from '../../../src/services/shield/settings.ts';
import { awsError, collectType } from '../../helpers/resource-suite.ts';

const all = ['state', 'subscription', 'responseTeamAccess', 'emergencyContacts'] as const;
const notFound = awsError('ResourceNotFoundException', 'The subscription does not exist.');

describe("Shield's settings of the account", () => {
  it('asks in us-east-1 and projects full answers without the data of persons', async () => {
    const { records, sent } = await collectType(shieldSettings, all, {
      GetSubscriptionState: { SubscriptionState: 'ACTIVE' },
      DescribeSubscription: {
        Subscription: {
          StartTime: new Date('2026-02-03T00:00:00Z'),
          EndTime: new Date('2027-02-03T00:00:00Z'),
          TimeCommitmentInSeconds: 31536000,
          AutoRenew: 'DISABLED',
          ProactiveEngagementStatus: 'PENDING',
          SubscriptionLimits: {},
          SubscriptionArn: 'arn:aws:shield::111122223333:subscription',
        },
      },
      DescribeDRTAccess: { RoleArn: 'arn:aws:iam::111122223333:role/srt', LogBucketList: ['logs'] },
      DescribeEmergencyContactSettings: {
        EmergencyContactList: [
          { EmailAddress: 'secret@example.com', PhoneNumber: '+15555550100' },
          { EmailAddress: 'other@example.com', PhoneNumber: ' ', ContactNotes: 'x' },
        ],
      },
    });
    expect(records[0]).toMatchObject({ arn: 'arn:aws:iam::111122223333:root', region: 'global' });
    expect(records[0]?.outcomes).toEqual({
      state: { kind: 'present', value: 'ACTIVE' },
      subscription: {
        kind: 'present',
        value: { autoRenew: 'DISABLED', proactiveEngagement: 'PENDING', endsAt: '2027-02-03T00:00:00.000Z' },
      },
      responseTeamAccess: {
        kind: 'present',
        value: { roleArn: 'arn:aws:iam::111122223333:role/srt', logBuckets: ['logs'] },
      },
      emergencyContacts: { kind: 'present', value: { count: 2, withEmail: 2, withPhone: 1 } },
    });
    expect(new Set(sent.map((s) => s.region))).toEqual(new Set(['us-east-1']));
    expect(JSON.stringify(records)).not.toMatch(/example\.com|5555/);
  });

  it.each([
    ['subscription', 'DescribeSubscription'],
    ['responseTeamAccess', 'DescribeDRTAccess'],
    ['emergencyContacts', 'DescribeEmergencyContactSettings'],
  ])('takes ResourceNotFoundException for the absence of %s, and no other error', async (facet, operation) => {
    const absent = await collectType(shieldSettings, [facet], { [operation]: notFound });
    expect(absent.records[0]?.outcomes[facet]).toEqual({ kind: 'absent', code: 'ResourceNotFoundException' });
    const denied = await collectType(shieldSettings, [facet], {
      [operation]: awsError('AccessDeniedException', 'no', 400),
    });
    expect(denied.records[0]?.outcomes[facet]).toMatchObject({ kind: 'denied', actions: [`shield:${operation}`] });
  });

  it('never takes an error for an inactive subscription', async () => {
    const { records } = await collectType(shieldSettings, ['state'], { GetSubscriptionState: notFound });
    expect(records[0]?.outcomes['state']).toMatchObject({ kind: 'failed', code: 'ResourceNotFoundException' });
  });
});
