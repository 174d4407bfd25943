import { answers, here } from '../../answers.ts';
import { arnOf } from '../../facts.ts';

const one = (name: string, Severity: string) => ({
  ReplicationTaskIdentifier: name,
  ReplicationTaskArn: arnOf('dms', `task:${name.toUpperCase()}`),
  MigrationType: 'full-load-and-cdc',
  Status: 'running',
  ReplicationTaskSettings: JSON.stringify({
    Logging: {
      EnableLogging: true,
      LogComponents: ['SOURCE_UNLOAD', 'SOURCE_CAPTURE', 'TARGET_LOAD', 'TARGET_APPLY'].map((Id) => ({ Id, Severity })),
    },
  }),
});

export default answers(
  'database-migration-service',
  {
    DescribeReplicationTasks: here({
      ReplicationTasks: [one('erp-move', 'LOGGER_SEVERITY_ERROR'), one('nightly', 'LOGGER_SEVERITY_DEFAULT')],
    }),
  },
  { 'AWS::DMS::ReplicationTask': 'nightly' },
);
