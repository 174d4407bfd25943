import { listed } from '../../inventory/listed.ts';
import { dms } from './service.ts';

/** https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Tasks.CustomizingTasks.TaskSettings.Logging.html */
type Severity = `LOGGER_SEVERITY_${'ERROR' | 'WARNING' | 'INFO' | 'DEFAULT' | 'DEBUG' | 'DETAILED_DEBUG'}`;

export interface Component {
  readonly id: string;
  readonly severity: Severity | undefined;
}

interface Logging {
  readonly EnableLogging?: boolean;
  readonly LogComponents?: readonly { readonly Id?: string; readonly Severity?: Severity }[];
}

/** A task that moves data from a source to a target. */
export const replicationTask = listed(dms, 'AWS::DMS::ReplicationTask', 'DescribeReplicationTasks', {
  at: 'ReplicationTasks',
  input: { MaxRecords: 100, WithoutSettings: false },
  narrows: { Filters: 'unless given' },
  references: ['https://docs.aws.amazon.com/dms/latest/APIReference/API_ReplicationTask.html'],
  id: ({ ReplicationTaskIdentifier }) => ReplicationTaskIdentifier,
  keep: {
    arn: 'ReplicationTaskArn',
    logging: ({ ReplicationTaskSettings }) => loggingOf(ReplicationTaskSettings),
  },
  label: ({ id }) => `task ${id}`,
});

/** The settings are JSON as a text. */
function loggingOf(text: string | undefined) {
  const { EnableLogging, LogComponents } = loggingIn(text);
  const only = (...ids: readonly string[]): readonly Component[] | undefined =>
    LogComponents?.flatMap(({ Id = '', Severity }) => (ids.includes(Id) ? { id: Id, severity: Severity } : []));
  return {
    enabled: EnableLogging,
    source: only('SOURCE_UNLOAD', 'SOURCE_CAPTURE'),
    target: only('TARGET_LOAD', 'TARGET_APPLY'),
  };
}

function loggingIn(text: string | undefined): Logging {
  if (text === undefined) return {};
  try {
    return { ...(JSON.parse(text) as { readonly Logging?: Logging } | null)?.Logging };
  } catch {
    return {}; // no JSON: then AWS said nothing, and verdicts are unknown
  }
}
