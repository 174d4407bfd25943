import { describe, expect, it } from 'vitest';
import { detector } from '../../../src/services/guardduty/detector.ts';
import { awsError, collectType } from '../../helpers/resource-suite.ts';

const one = { ListDetectors: { DetectorIds: ['d1'] } };

describe('AWS::GuardDuty::Detector', () => {
  it('finds the detector on a later page', async () => {
    const { records, sent } = await collectType(detector, [], {
      ListDetectors: ({ NextToken }: { NextToken?: string }) =>
        NextToken === undefined ? { DetectorIds: [], NextToken: 'more' } : { DetectorIds: ['d1'] },
    });
    expect(records).toMatchObject([
      {
        arn: 'arn:aws:guardduty:eu-west-1:111122223333:detector/d1',
        region: 'eu-west-1',
        item: { id: 'd1', name: 'GuardDuty in eu-west-1', detectorId: 'd1' },
      },
    ]);
    expect(sent).toHaveLength(2);
  });

  it('is one item, asked nothing further, where there is no detector', async () => {
    const { records, sent } = await collectType(detector, ['detail', 'publishingDestinations', 'highFindings'], {
      ListDetectors: { DetectorIds: [] },
    });
    expect(records).toHaveLength(1);
    expect(records[0]?.item).toEqual({ id: 'none', name: 'GuardDuty in eu-west-1' });
    const nothing = { kind: 'present', value: undefined };
    expect(records[0]?.outcomes).toEqual({ detail: nothing, publishingDestinations: nothing, highFindings: nothing });
    expect(sent.map((s) => s.operation)).toEqual(['ListDetectors']);
  });

  it('projects a full answer of GetDetector', async () => {
    const { records, sent } = await collectType(detector, ['detail'], {
      ...one,
      GetDetector: {
        CreatedAt: '2024-01-01T00:00:00.000Z',
        FindingPublishingFrequency: 'SIX_HOURS',
        ServiceRole:
          'arn:aws:iam::111122223333:role/aws-service-role/guardduty.amazonaws.com/AWSServiceRoleForAmazonGuardDuty',
        Status: 'ENABLED',
        UpdatedAt: '2024-02-01T00:00:00.000Z',
        DataSources: {
          CloudTrail: { Status: 'ENABLED' },
          DNSLogs: { Status: 'ENABLED' },
          FlowLogs: { Status: 'ENABLED' },
          S3Logs: { Status: 'ENABLED' },
          Kubernetes: { AuditLogs: { Status: 'DISABLED' } },
          MalwareProtection: { ScanEc2InstanceWithFindings: { EbsVolumes: { Status: 'ENABLED' } }, ServiceRole: 'r' },
        },
        Tags: {},
        Features: [
          { Name: 'S3_DATA_EVENTS', Status: 'ENABLED', UpdatedAt: new Date(0) },
          {
            Name: 'RUNTIME_MONITORING',
            Status: 'ENABLED',
            AdditionalConfiguration: [{ Name: 'EKS_ADDON_MANAGEMENT', Status: 'DISABLED', UpdatedAt: new Date(0) }],
          },
        ],
      },
    });
    expect(records[0]?.outcomes['detail']).toEqual({
      kind: 'present',
      value: {
        status: 'ENABLED',
        publishingFrequency: 'SIX_HOURS',
        features: [
          { name: 'S3_DATA_EVENTS', status: 'ENABLED', additional: [] },
          {
            name: 'RUNTIME_MONITORING',
            status: 'ENABLED',
            additional: [{ name: 'EKS_ADDON_MANAGEMENT', status: 'DISABLED' }],
          },
        ],
        dataSources: { s3Logs: 'ENABLED', kubernetesAuditLogs: 'DISABLED', ebsVolumes: 'ENABLED' },
      },
    });
    expect(sent.at(-1)?.input).toEqual({ DetectorId: 'd1' });
  });

  it('takes no error of GetDetector for the absence of a detector', async () => {
    const { records } = await collectType(detector, ['detail'], {
      ...one,
      GetDetector: awsError('BadRequestException', 'not owned by the current account'),
    });
    expect(records[0]?.outcomes['detail']).toMatchObject({ kind: 'failed', code: 'BadRequestException' });
  });

  it.each([
    ['ListDetectors', { ListDetectors: {} }],
    ['GetDetector', { ...one, GetDetector: {} }],
    ['ListFindings', { ...one, ListFindings: {} }],
  ])('takes an empty answer to %s for no fact at all', async (operation, answers) => {
    const facet = operation === 'ListFindings' ? 'highFindings' : 'detail';
    const { records, gap } = await collectType(detector, [facet], answers);
    expect(gap ?? records[0]?.outcomes[facet]).toMatchObject({
      kind: 'failed',
      code: 'MalformedAnswer',
      message: expect.stringContaining(operation),
    });
  });

  it('describes the publishing destinations of every page', async () => {
    const { records } = await collectType(detector, ['publishingDestinations'], {
      ...one,
      ListPublishingDestinations: ({ NextToken }: { NextToken?: string }) =>
        NextToken === undefined
          ? { Destinations: [{ DestinationId: 'x1' }], NextToken: 'more' }
          : { Destinations: [{ DestinationId: 'x2' }] },
      DescribePublishingDestination: ({ DestinationId }: { DestinationId: string }) => ({
        DestinationId,
        DestinationType: 'S3',
        Status: 'PUBLISHING',
        DestinationProperties: {
          DestinationArn: `arn:aws:s3:::${DestinationId}`,
          KmsKeyArn: DestinationId === 'x1' ? 'arn:aws:kms:eu-west-1:111122223333:key/k' : undefined,
        },
      }),
    });
    expect(records[0]?.outcomes['publishingDestinations']).toEqual({
      kind: 'present',
      value: [
        {
          id: 'x1',
          type: 'S3',
          status: 'PUBLISHING',
          arn: 'arn:aws:s3:::x1',
          keyArn: 'arn:aws:kms:eu-west-1:111122223333:key/k',
        },
        { id: 'x2', type: 'S3', status: 'PUBLISHING', arn: 'arn:aws:s3:::x2', keyArn: undefined },
      ],
    });
  });

  it('counts high findings over all pages and asks for open ones only', async () => {
    const { records, sent } = await collectType(detector, ['highFindings'], {
      ...one,
      ListFindings: ({ NextToken }: { NextToken?: string }) =>
        NextToken === undefined ? { FindingIds: ['f1', 'f2'], NextToken: 'more' } : { FindingIds: ['f3'] },
    });
    expect(records[0]?.outcomes['highFindings']).toEqual({
      kind: 'present',
      value: { count: 3, more: false, worst: ['f1', 'f2', 'f3'] },
    });
    expect(sent[1]?.input).toMatchObject({
      DetectorId: 'd1',
      FindingCriteria: {
        Criterion: { severity: { GreaterThanOrEqual: 7 }, 'service.archived': { Equals: ['false'] } },
      },
    });
  });

  it('stops counting high findings at 500', async () => {
    const page = Array.from({ length: 50 }, (_, index) => `f${index}`);
    const { records, sent } = await collectType(detector, ['highFindings'], {
      ...one,
      ListFindings: ({ NextToken = '' }: { NextToken?: string }) => ({ FindingIds: page, NextToken: `${NextToken}+` }),
    });
    expect(records[0]?.outcomes['highFindings']).toMatchObject({ kind: 'present', value: { count: 500, more: true } });
    expect(sent.filter((s) => s.operation === 'ListFindings')).toHaveLength(10);
  });
});
