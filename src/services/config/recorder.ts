import type { RecordingGroup } from '@aws-sdk/client-config-service';
import { withoutIamRecording } from '../../partitions/region-features.ts';
import { resource } from '../../inventory/resource.ts';
import { config } from './service.ts';

/** What the customer's recorder of a region records; a region has at most one. */
export interface Recorder {
  readonly name: string | undefined;
  readonly roleArn: string | undefined;
  /** Undefined when the answer does not say. The first version kept it as `records`, in a form that tells less. */
  readonly recordingGroup: Recorded | undefined;
  /** How often: at each change or once a day; `daily` names the types for which an override says so. */
  readonly frequency?: string | undefined;
  readonly daily?: readonly string[];
}

/**
 * All types, with or without those of IAM that are global; all but `excluded`; or only those that are `included`
 * (https://docs.aws.amazon.com/config/latest/APIReference/API_RecordingGroup.html).
 */
export type Recorded =
  | { readonly all: true; readonly globalTypes: boolean }
  | { readonly excluded: readonly string[] }
  | { readonly included: readonly string[] };

/** The resource types of IAM, which every region can show: one records them for all. */
export const globalTypes = ['AWS::IAM::User', 'AWS::IAM::Group', 'AWS::IAM::Role', 'AWS::IAM::Policy'] as const;

/** Whether a recorder in a region can record the types of IAM at all. */
export const recordsIamIn = (region: string): boolean => !withoutIamRecording.has(region);

/** Whether a recorder is set to record a type; `includeGlobalResourceTypes` counts only where all types are recorded. */
export function recordsType(records: Recorded, type: string): boolean {
  if ('included' in records) return records.included.includes(type);
  if ('excluded' in records) return !records.excluded.includes(type);
  return records.globalTypes || !globalTypes.some((name) => name === type);
}

function recordedOf(group: RecordingGroup | undefined): Recorded | undefined {
  if (group === undefined) return undefined;
  const { allSupported, includeGlobalResourceTypes, exclusionByResourceTypes, resourceTypes = [] } = group;
  switch (group.recordingStrategy?.useOnly) {
    case 'ALL_SUPPORTED_RESOURCE_TYPES':
      return { all: true, globalTypes: includeGlobalResourceTypes === true };
    case 'EXCLUSION_BY_RESOURCE_TYPES':
      return { excluded: exclusionByResourceTypes?.resourceTypes ?? [] };
    case 'INCLUSION_BY_RESOURCE_TYPES':
      return { included: resourceTypes };
    case undefined:
      // Before there was a strategy, `allSupported` alone said so.
      if (allSupported === undefined) return undefined;
      return allSupported
        ? { all: true, globalTypes: includeGlobalResourceTypes === true }
        : { included: resourceTypes };
    default:
      return undefined;
  }
}

/**
 * How AWS says that the last attempt failed: the API reference writes `Failure`, answers `FAILURE`
 * (https://docs.aws.amazon.com/cli/latest/reference/configservice/describe-configuration-recorder-status.html).
 */
export const isFailure = (status: string | undefined): boolean => status?.toLowerCase() === 'failure';

/** Not one that an AWS service keeps for itself. */
const isOwn = (one: { servicePrincipal?: string | undefined; recordingScope?: string | undefined }): boolean =>
  one.servicePrincipal === undefined && one.recordingScope !== 'INTERNAL';

/**
 * The configuration recorder of a region: one item even where there is none. Recorders that AWS services keep for
 * themselves are told only to those who ask for them by name
 * (https://docs.aws.amazon.com/config/latest/APIReference/API_DescribeConfigurationRecorders.html).
 */
export const recorder = resource(config, 'AWS::Config::ConfigurationRecorder', {
  calls: ['DescribeConfigurationRecorders'],
  narrows: {
    DescribeConfigurationRecorders: {
      ConfigurationRecorderNames: 'unless given',
      ServicePrincipal: 'unless given',
      Arn: 'unless given',
    },
  },
  singleton: true,
  async *list(api) {
    const { ConfigurationRecorders = [] } = await api.call('DescribeConfigurationRecorders');
    const found = ConfigurationRecorders.find(isOwn);
    const { recordingFrequency, recordingModeOverrides = [] } = found?.recordingMode ?? {};
    const projected: Recorder | undefined = found && {
      name: found.name,
      roleArn: found.roleARN,
      recordingGroup: recordedOf(found.recordingGroup),
      frequency: recordingFrequency,
      daily: recordingModeOverrides
        .filter((override) => override.recordingFrequency === 'DAILY')
        .flatMap((override) => override.resourceTypes ?? []),
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
      const found = ConfigurationRecordersStatus.find(isOwn);
      return (
        found && {
          recording: found.recording === true,
          lastStatus: found.lastStatus as string | undefined,
          lastErrorCode: found.lastErrorCode,
        }
      );
    },
  }),
}));
