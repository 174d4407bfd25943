import { describe, expect, it } from 'vitest';
import { aggregator, configSettings } from '../../../src/services/config/aggregator.ts';
import { awsError, collectType } from '../../helpers/resource-suite.ts';

const arn = (name: string) => `arn:aws:config:eu-west-1:111122223333:config-aggregator/${name}`;

describe('AWS::Config::ConfigurationAggregator', () => {
  it('lists every page and tells those of the organization', async () => {
    const { records, sent } = await collectType(aggregator, [], {
      DescribeConfigurationAggregators: ({ NextToken }: { NextToken?: string }) =>
        NextToken === undefined
          ? {
              ConfigurationAggregators: [
                {
                  ConfigurationAggregatorName: 'org',
                  ConfigurationAggregatorArn: arn('org'),
                  OrganizationAggregationSource: { RoleArn: 'r', AllAwsRegions: true },
                },
                {
                  ConfigurationAggregatorName: 'part',
                  ConfigurationAggregatorArn: arn('part'),
                  OrganizationAggregationSource: { RoleArn: 'r', AwsRegions: ['eu-west-1'] },
                },
              ],
              NextToken: 'more',
            }
          : {
              ConfigurationAggregators: [
                {
                  ConfigurationAggregatorName: 'some',
                  ConfigurationAggregatorArn: arn('some'),
                  AccountAggregationSources: [{ AccountIds: ['1'] }],
                },
              ],
            },
    });
    expect(records.map(({ item }) => item)).toEqual([
      { id: 'org', arn: arn('org'), organization: { allRegions: true, regions: [] } },
      { id: 'part', arn: arn('part'), organization: { allRegions: false, regions: ['eu-west-1'] } },
      { id: 'some', arn: arn('some'), organization: undefined },
    ]);
    expect(sent).toHaveLength(2);
  });
});

const inOrganization = {
  DescribeOrganization: { Organization: { Id: 'o-1', FeatureSet: 'ALL', MasterAccountId: '999988887777' } },
};

describe('the settings of AWS Config', () => {
  it('tell every page of its delegated administrators', async () => {
    const { records, sent } = await collectType(configSettings, ['delegatedAdministrators'], {
      ...inOrganization,
      ListDelegatedAdministrators: ({ NextToken }: { NextToken?: string }) =>
        NextToken === undefined
          ? { DelegatedAdministrators: [{ Id: '444455556666' }], NextToken: 'more' }
          : { DelegatedAdministrators: [{ Id: '777788889999' }] },
    });
    expect(records[0]?.outcomes['delegatedAdministrators']).toEqual({
      kind: 'present',
      value: ['444455556666', '777788889999'],
    });
    expect(sent).toHaveLength(3);
    expect(sent[1]).toMatchObject({
      operation: 'ListDelegatedAdministrators',
      input: { ServicePrincipal: 'config.amazonaws.com' },
      region: 'us-east-1',
    });
  });

  it.each([
    [awsError('AWSOrganizationsNotInUseException', 'none'), { kind: 'absent' }],
    [awsError('AccessDeniedException', "You don't have permissions to access this resource."), { kind: 'absent' }],
    [
      awsError(
        'AccessDeniedException',
        'User: arn:aws:iam::1:user/a is not authorized to perform: organizations:ListDelegatedAdministrators',
      ),
      { kind: 'denied', actions: ['organizations:ListDelegatedAdministrators'] },
    ],
    [
      awsError('AccessDeniedException', 'no'),
      { kind: 'denied', actions: ['organizations:ListDelegatedAdministrators'] },
    ],
  ])('take %s for what it is', async (error, outcome) => {
    const { records } = await collectType(configSettings, ['delegatedAdministrators'], {
      ...inOrganization,
      ListDelegatedAdministrators: error,
    });
    expect(records[0]?.outcomes['delegatedAdministrators']).toMatchObject(outcome);
  });

  it('are not asked for where there is no organization', async () => {
    const { records, sent } = await collectType(configSettings, ['delegatedAdministrators'], {
      DescribeOrganization: awsError('AWSOrganizationsNotInUseException', 'none'),
    });
    expect(records[0]?.outcomes['delegatedAdministrators']).toEqual({ kind: 'present', value: undefined });
    expect(sent).toHaveLength(1);
  });
});
