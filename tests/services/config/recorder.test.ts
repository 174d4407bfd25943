import { describe, expect, it } from 'vitest';
import { recorder } from '../../../src/services/config/recorder.ts';
import { collectType } from '../../helpers/resource-suite.ts';

const roleARN = 'arn:aws:iam::111122223333:role/config';

describe('AWS::Config::ConfigurationRecorder', () => {
  const specific = { useOnly: 'INCLUSION_BY_RESOURCE_TYPES' } as const;
  const excluding = { useOnly: 'EXCLUSION_BY_RESOURCE_TYPES' } as const;
  const every = { useOnly: 'ALL_SUPPORTED_RESOURCE_TYPES' } as const;
  it.each([
    [
      { allSupported: true, includeGlobalResourceTypes: true, resourceTypes: [] },
      { all: true, globalTypes: true },
    ],
    [
      { allSupported: true, includeGlobalResourceTypes: false },
      { all: true, globalTypes: false },
    ],
    [{ allSupported: true }, { all: true, globalTypes: false }],
    [
      { allSupported: true, recordingStrategy: every },
      { all: true, globalTypes: false },
    ],
    [
      { allSupported: true, includeGlobalResourceTypes: true, recordingStrategy: every },
      { all: true, globalTypes: true },
    ],
    [
      { allSupported: false, recordingStrategy: specific, resourceTypes: ['AWS::EC2::VPC'] },
      { included: ['AWS::EC2::VPC'] },
    ],
    [
      { allSupported: false, includeGlobalResourceTypes: true, resourceTypes: ['AWS::EC2::VPC'] },
      { included: ['AWS::EC2::VPC'] },
    ],
    [
      {
        allSupported: false,
        recordingStrategy: excluding,
        exclusionByResourceTypes: { resourceTypes: ['AWS::IAM::User'] },
      },
      { excluded: ['AWS::IAM::User'] },
    ],
    [{ allSupported: false, recordingStrategy: excluding }, { excluded: [] }],
    [{ allSupported: false, recordingStrategy: { useOnly: 'OF_ANOTHER_DAY' } }, undefined],
    [{}, undefined],
    [undefined, undefined],
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
          recorder: {
            name: 'default',
            roleArn: roleARN,
            ...(records === undefined ? {} : { recordingGroup: records }),
          },
        },
        outcomes: {
          status: { kind: 'present', value: { recording: true, lastStatus: 'Failure', lastErrorCode: 'X' } },
        },
      },
    ]);
    expect(JSON.stringify(found).includes('"recordingGroup"')).toBe(records !== undefined);
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
});
