import { describe, expect, it } from 'vitest';
import { aggregator } from '../../../src/services/config/aggregator.ts';
import { collectType } from '../../helpers/resource-suite.ts';

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
