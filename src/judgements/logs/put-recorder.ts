import type { Recorded, Recorder } from '../../services/config/recorder.ts';
import { shell } from '../../text/shell.ts';

/**
 * The command that sets a recorder of AWS Config anew: what is not said of it would be set to its default
 * (https://docs.aws.amazon.com/config/latest/APIReference/API_PutConfigurationRecorder.html).
 */
export function putRecorder({
  name = 'default',
  roleArn = 'ROLE_ARN',
  recordingGroup,
  frequency,
  daily = [],
}: Recorder): string {
  const overrides = daily.length === 0 ? [] : [{ resourceTypes: daily, recordingFrequency: 'DAILY' }];
  const recorder = {
    name,
    roleARN: roleArn,
    ...(frequency === undefined
      ? {}
      : {
          recordingMode: {
            recordingFrequency: frequency,
            ...(overrides.length === 0 ? {} : { recordingModeOverrides: overrides }),
          },
        }),
  };
  const group = recordingGroup === undefined ? [] : ['--recording-group', JSON.stringify(groupOf(recordingGroup))];
  return shell`aws configservice put-configuration-recorder --configuration-recorder ${[JSON.stringify(recorder), ...group]}`;
}

function groupOf(recorded: Recorded): object {
  if ('all' in recorded) return { allSupported: true, includeGlobalResourceTypes: recorded.globalTypes };
  if ('included' in recorded) return { allSupported: false, resourceTypes: recorded.included };
  return {
    exclusionByResourceTypes: { resourceTypes: recorded.excluded },
    recordingStrategy: { useOnly: 'EXCLUSION_BY_RESOURCE_TYPES' },
  };
}
