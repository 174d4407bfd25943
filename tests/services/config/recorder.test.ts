import { describe, expect, it } from 'vitest';
import { recorder } from '../../../src/services/config/recorder.ts';
import { awsError, collectType } from '../../helpers/resource-suite.ts';

const roleARN = 'arn:aws:iam::111122223333:role/config';

describe('AWS::Config::ConfigurationRecorder', () => {
  it.each([
    [{ allSupported: true, includeGlobalResourceTypes: true, resourceTypes: [] }, 'all'],
    [{ allSupported: true, recordingStrategy: { useOnly: 'ALL_SUPPORTED_RESOURCE_TYPES' } }, 'all'],
    [
      {
        allSupported: false,
        recordingStrategy: { useOnly: 'INCLUSION_BY_RESOURCE_TYPES' },
        resourceTypes: ['AWS::EC2::VPC'],
      },
      { included: ['AWS::EC2::VPC'] },
    ],
    [
      {
        allSupported: false,
        recordingStrategy: { useOnly: 'EXCLUSION_BY_RESOURCE_TYPES' },
        exclusionByResourceTypes: { resourceTypes: ['AWS::IAM::User'] },
      },
      { excluded: ['AWS::IAM::User'] },
    ],
    [undefined, { included: [] }],
  ])('reads recording group %j', async (recordingGroup, records) => {
    const { records: found } = await collectType(recorder, ['status'], {
      DescribeConfigurationRecorders: {
        ConfigurationRecorders: [{ name: 'default', roleARN, recordingGroup, recordingMode: {} }],
      },
      DescribeConfigurationRecorderStatus: {
        ConfigurationRecordersStatus: [
          {
            name: 'default',
            recording: true,
            lastStatus: 'Failure',
            lastErrorCode: 'X',
            lastErrorMessage: 'text',
            lastStartTime: new Date(0),
          },
        ],
      },
    });
    expect(found).toMatchObject([
      {
        arn: 'arn:aws:config:eu-west-1:111122223333:configuration-recorder',
        item: {
          id: '111122223333',
          name: 'AWS Config in eu-west-1',
          recorder: { name: 'default', roleArn: roleARN, records },
        },
        outcomes: {
          status: { kind: 'present', value: { recording: true, lastStatus: 'Failure', lastErrorCode: 'X' } },
        },
      },
    ]);
  });

  it('is one item where there is no recorder', async () => {
    const { records } = await collectType(recorder, ['status'], {
      DescribeConfigurationRecorders: { ConfigurationRecorders: [] },
      DescribeConfigurationRecorderStatus: { ConfigurationRecordersStatus: [] },
    });
    expect(records).toHaveLength(1);
    expect(records[0]?.item).not.toHaveProperty('recorder');
    expect(records[0]?.outcomes['status']).toEqual({ kind: 'present', value: undefined });
  });

  it("does not take a service's own recorder for the customer's", async () => {
    const servicePrincipal = 'securityhub.amazonaws.com';
    const { records } = await collectType(recorder, ['status'], {
      DescribeConfigurationRecorders: {
        ConfigurationRecorders: [{ name: 'AWSConfigurationRecorderForSecurityHub', servicePrincipal }],
      },
      DescribeConfigurationRecorderStatus: { ConfigurationRecordersStatus: [{ recording: true, servicePrincipal }] },
    });
    expect(records[0]?.item).not.toHaveProperty('recorder');
    expect(records[0]?.outcomes['status']).toEqual({ kind: 'present', value: undefined });
  });

  it('gives the denial of the list as the gap', async () => {
    const { gap } = await collectType(recorder, [], {
      DescribeConfigurationRecorders: awsError('AccessDeniedException', 'no', 400),
    });
    expect(gap).toMatchObject({ kind: 'denied', actions: ['config:DescribeConfigurationRecorders'] });
  });
});
