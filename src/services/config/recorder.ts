import { resource } from '../../inventory/resource.ts';
import { config } from './service.ts';

/** What the customer's recorder of a region records; a region has at most one. */
export interface Recorder {
  readonly name: string | undefined;
  readonly roleArn: string | undefined;
  /** `all` types, all but `excluded`, or only those that are `included`. */
  readonly records: 'all' | { readonly excluded: readonly string[] } | { readonly included: readonly string[] };
}

/**
 * The configuration recorder of a region: one item even where there is none. Recorders that AWS services keep for
 * themselves are told only to those who ask for them by name
 * (https://docs.aws.amazon.com/config/latest/APIReference/API_DescribeConfigurationRecorders.html).
 */
export const recorder = resource(config, 'AWS::Config::ConfigurationRecorder', {
  calls: ['DescribeConfigurationRecorders'],
  singleton: true,
  async *list(api) {
    const { ConfigurationRecorders = [] } = await api.call('DescribeConfigurationRecorders');
    const found = ConfigurationRecorders.find(({ servicePrincipal }) => servicePrincipal === undefined);
    const { allSupported, recordingStrategy, exclusionByResourceTypes, resourceTypes } = found?.recordingGroup ?? {};
    // Before there was a strategy, `allSupported` alone said so; both are in the answers of today.
    const all = recordingStrategy?.useOnly === 'ALL_SUPPORTED_RESOURCE_TYPES' || allSupported === true;
    const excluding = recordingStrategy?.useOnly === 'EXCLUSION_BY_RESOURCE_TYPES';
    const projected: Recorder | undefined = found && {
      name: found.name,
      roleArn: found.roleARN,
      records: excluding
        ? { excluded: exclusionByResourceTypes?.resourceTypes ?? [] }
        : all
          ? 'all'
          : { included: resourceTypes ?? [] },
    };
    yield { id: api.account, name: `AWS Config in ${api.region}`, recorder: projected };
  },
  arn: ({ id }, { partition, region }) => `arn:${partition}:config:${region}:${id}:configuration-recorder`,
}).facets((facet) => ({
  /** Undefined where there is no recorder. */
  status: facet({
    calls: ['DescribeConfigurationRecorderStatus'],
    async read(api) {
      const { ConfigurationRecordersStatus = [] } = await api.call('DescribeConfigurationRecorderStatus');
      const found = ConfigurationRecordersStatus.find(({ servicePrincipal }) => servicePrincipal === undefined);
      return (
        found && {
          recording: found.recording === true,
          lastStatus: found.lastStatus,
          lastErrorCode: found.lastErrorCode,
        }
      );
    },
  }),
}));
