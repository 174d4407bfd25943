import { describe, expect, it } from 'vitest';
import { user } from '../../../src/services/iam/user.ts';
import { awsError, collectType } from '../../helpers/resource-suite.ts';

const arn = (name: string) => `arn:aws:iam::111122223333:user/${name}`;
const details = { UserDetailList: ['alice', 'bob'].map((name) => ({ UserName: name, Arn: arn(name) })) };
const columns =
  'user,arn,password_enabled,access_key_1_active,mfa_active,user_creation_time,password_last_used,password_last_changed,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_service';
/** The first five cells of each row are given. */
const reportOf = (...lines: string[]) => ({
  Content: new TextEncoder().encode(
    [columns, ...lines.map((line) => `${line},N/A,N/A,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A`)].join('\n'),
  ),
});

describe('AWS::IAM::User', () => {
  it('gives each user the virtual MFA devices of every page that are assigned to it', async () => {
    const { records, sent } = await collectType(user, ['virtualMfa'], {
      GetAccountAuthorizationDetails: details,
      ListVirtualMFADevices: ({ Marker }: { Marker?: string }) =>
        Marker === undefined
          ? {
              VirtualMFADevices: [{ SerialNumber: 'arn:aws:iam::111122223333:mfa/a', User: { Arn: arn('alice') } }],
              IsTruncated: true,
              Marker: 'more',
            }
          : { VirtualMFADevices: [{ SerialNumber: 'arn:aws:iam::111122223333:mfa/b', User: { Arn: arn('bob') } }] },
    });
    expect(records.map((r) => r.outcomes['virtualMfa'])).toEqual([
      { kind: 'present', value: ['arn:aws:iam::111122223333:mfa/a'] },
      { kind: 'present', value: ['arn:aws:iam::111122223333:mfa/b'] },
    ]);
    const asked = sent.filter((s) => s.operation === 'ListVirtualMFADevices');
    expect(asked).toHaveLength(2);
    expect(asked[1]?.input).toEqual({ AssignmentStatus: 'Assigned', MaxItems: 1000, Marker: 'more' });
  });

  it('asks for all MFA devices of those only who sign in with MFA and have no virtual device', async () => {
    const names = ['alice', 'bob', 'carol', 'dave', 'erin'];
    const { records, sent } = await collectType(user, ['mfaDevices'], {
      GetAccountAuthorizationDetails: { UserDetailList: names.map((name) => ({ UserName: name, Arn: arn(name) })) },
      GenerateCredentialReport: { State: 'COMPLETE' },
      GetCredentialReport: reportOf(
        `alice,${arn('alice')},true,false,true`,
        `bob,${arn('bob')},true,false,true`,
        `carol,${arn('carol')},false,false,true`,
        `dave,${arn('dave')},true,false,false`,
      ),
      ListVirtualMFADevices: {
        VirtualMFADevices: [{ SerialNumber: 'arn:aws:iam::111122223333:mfa/b', User: { Arn: arn('bob') } }],
      },
      ListMFADevices: ({ Marker }: { Marker?: string }) =>
        Marker === undefined
          ? { MFADevices: [{ SerialNumber: 'GAHT12345678' }], IsTruncated: true, Marker: 'more' }
          : { MFADevices: [{ SerialNumber: `${arn('alice').replace('user', 'u2f/user')}/key` }], IsTruncated: false },
    });
    expect(records.map((r) => [r.item.id, r.outcomes['mfaDevices']])).toEqual([
      ['alice', { kind: 'present', value: ['GAHT12345678', 'arn:aws:iam::111122223333:u2f/user/alice/key'] }],
      ...names.slice(1).map((name) => [name, { kind: 'present', value: null }]),
    ]);
    const asked = sent.filter(({ operation }) => operation === 'ListMFADevices');
    expect(asked).toHaveLength(2);
    expect(asked[1]?.input).toEqual({ UserName: 'alice', Marker: 'more' });
  });

  it("reads Trusted Advisor's exposed keys once, in its home region", async () => {
    const { records, sent } = await collectType(user, ['exposure'], {
      GetAccountAuthorizationDetails: details,
      DescribeTrustedAdvisorCheckResult: {
        result: {
          status: 'error',
          timestamp: '2026-05-31T00:00:00Z',
          flaggedResources: [
            {
              status: 'error',
              metadata: ['AKIAIOSFODNN7EXAMPLE', 'bob', 'Exposed', '12345', '2026-05-30', 'github.com', null, '0'],
            },
            { status: 'error', metadata: [null, 'alice'] },
          ],
        },
      },
    });
    expect(records.map((r) => r.outcomes['exposure'])).toEqual([
      { kind: 'present', value: { checkedAt: '2026-05-31T00:00:00Z', keys: [] } },
      {
        kind: 'present',
        value: { checkedAt: '2026-05-31T00:00:00Z', keys: [{ keyId: 'AKIAIOSFODNN7EXAMPLE', reason: 'Exposed' }] },
      },
    ]);
    expect(sent.filter((s) => s.operation === 'DescribeTrustedAdvisorCheckResult')).toEqual([
      {
        operation: 'DescribeTrustedAdvisorCheckResult',
        input: { checkId: '12Fnkpl8Y5', language: 'en' },
        region: 'us-east-1',
      },
    ]);
  });

  it('knows a result that Trusted Advisor does not have from an empty one', async () => {
    const { records } = await collectType(user, ['exposure'], {
      GetAccountAuthorizationDetails: details,
      DescribeTrustedAdvisorCheckResult: {
        result: { status: 'not_available', timestamp: '2026-05-31T00:00:00Z', flaggedResources: [] },
      },
    });
    expect(records[0]?.outcomes['exposure']).toEqual({ kind: 'present', value: { checkedAt: undefined, keys: [] } });
  });

  it('takes a missing support plan for a fact and a denial for a gap', async () => {
    const exposure = async (error: Error) => {
      const { records } = await collectType(user, ['exposure'], {
        GetAccountAuthorizationDetails: details,
        DescribeTrustedAdvisorCheckResult: error,
      });
      return records[0]?.outcomes['exposure'];
    };
    expect(await exposure(awsError('SubscriptionRequiredException', 'Premium Support is required'))).toEqual({
      kind: 'absent',
      code: 'SubscriptionRequiredException',
    });
    expect(await exposure(awsError('AccessDeniedException', 'no', 400))).toMatchObject({
      kind: 'denied',
      actions: ['support:DescribeTrustedAdvisorCheckResult'],
    });
  });

  it('asks what a user with an active key accessed, page by page, and nothing of the others', async () => {
    let asked = 0;
    const { records, sent } = await collectType(user, ['accessed'], {
      GetAccountAuthorizationDetails: details,
      GenerateCredentialReport: { State: 'COMPLETE' },
      GetCredentialReport: reportOf(`alice,${arn('alice')},false,true,false`, `bob,${arn('bob')},true,false,false`),
      GenerateServiceLastAccessedDetails: { JobId: 'job' },
      GetServiceLastAccessedDetails: ({ Marker }: { Marker?: string }) => {
        if (++asked === 1) return { JobStatus: 'IN_PROGRESS' };
        return Marker === undefined
          ? {
              JobStatus: 'COMPLETED',
              IsTruncated: true,
              Marker: 'more',
              ServicesLastAccessed: [
                { ServiceNamespace: 's3', LastAuthenticated: new Date('2026-05-01T00:00:00Z') },
                { ServiceNamespace: 'ec2', TotalAuthenticatedEntities: 0 },
              ],
            }
          : {
              JobStatus: 'COMPLETED',
              ServicesLastAccessed: [{ ServiceNamespace: 'sqs', LastAuthenticated: new Date('2026-04-01T00:00:00Z') }],
            };
      },
    });
    expect(records.map((r) => r.outcomes['accessed'])).toEqual([
      {
        kind: 'present',
        value: [
          { service: 's3', at: '2026-05-01T00:00:00.000Z' },
          { service: 'sqs', at: '2026-04-01T00:00:00.000Z' },
        ],
      },
      { kind: 'present', value: null },
    ]);
    expect(sent.filter((s) => s.operation === 'GenerateServiceLastAccessedDetails').map((s) => s.input)).toEqual([
      { Arn: arn('alice') },
    ]);
  });

  it('does not take a job that failed for "accessed nothing"', async () => {
    const { records } = await collectType(user, ['accessed'], {
      GetAccountAuthorizationDetails: details,
      GenerateCredentialReport: { State: 'COMPLETE' },
      GetCredentialReport: reportOf(`alice,${arn('alice')},false,true,false`),
      GenerateServiceLastAccessedDetails: { JobId: 'job' },
      GetServiceLastAccessedDetails: {
        JobStatus: 'FAILED',
        ServicesLastAccessed: [],
        Error: { Code: 'ServiceFailure', Message: 'try later' },
      },
    });
    expect(records[0]?.outcomes['accessed']).toMatchObject({
      kind: 'failed',
      code: 'ServiceFailure',
      message: 'try later',
    });
  });
});
