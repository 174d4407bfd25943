import { listed } from '../../inventory/listed.ts';
import { athena } from './service.ts';

/** Where queries run; each account has one called `primary` in each region. */
export const workGroup = listed(athena, 'AWS::Athena::WorkGroup', 'ListWorkGroups', {
  at: 'WorkGroups',
  references: [
    'https://docs.aws.amazon.com/athena/latest/APIReference/API_WorkGroupConfiguration.html',
    'https://docs.aws.amazon.com/athena/latest/ug/workgroups-settings-override.html',
  ],
  id: ({ Name }) => Name,
  keep: { state: 'State' },
  arn: ({ id }, { partition, region, account }) => `arn:${partition}:athena:${region}:${account}:workgroup/${id}`,
  label: ({ id }) => `workgroup ${id}`,
}).facets((facet) => ({
  settings: facet.call('GetWorkGroup', {
    input: ({ id }) => ({ WorkGroup: id }),
    keep: ({ WorkGroup: { Configuration: all } = {} }) => ({
      /** E.g. `Athena engine version 3`, `PySpark engine version 3`, `Apache Spark version 3.5`. */
      spark: all?.EngineVersion?.EffectiveEngineVersion?.includes('Spark'),
      enforced: all?.EnforceWorkGroupConfiguration,
      metrics: all?.PublishCloudWatchMetricsEnabled,
      /** Whether results are kept in Athena's own storage, which it encrypts. */
      managed: all?.ManagedQueryResultsConfiguration?.Enabled,
      /** How results are encrypted in S3; none where the workgroup leaves it to the query and the bucket. */
      encryption: all?.ResultConfiguration?.EncryptionConfiguration?.EncryptionOption,
    }),
  }),
}));

/** What is turned off runs no query. */
export const disabled = { at: 'state', is: ['DISABLED'], because: '{label} is disabled: no query runs there' } as const;

/** Its settings are not a query's to override: https://docs.aws.amazon.com/athena/latest/APIReference/API_WorkGroupConfiguration.html */
export const ofSpark = {
  at: 'settings.spark',
  is: [true],
  because: '{label} is for Apache Spark, where no query overrides its settings',
} as const;
