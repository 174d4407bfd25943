import { exportsLog } from '../../src/judgements/logs/exported-log.ts';
import { neptuneCluster } from '../../src/services/rds/neptune.ts';

export default exportsLog(neptuneCluster, 'neptune-cluster-audit-log-export-enabled', {
  title: 'Neptune clusters export their audit log',
  by: {
    log: 'audit',
    parameter: 'neptune_enable_audit_log',
    on: ['1'],
    off: ['0'],
    static: true,
    command: 'neptune',
  },
  risk: 'Who asked what of the graph, and from where, cannot be found out afterwards.',
  fix: {
    text: 'Have the log written by the parameter neptune_enable_audit_log, restart the instances, and export it to CloudWatch Logs, which bills what comes in.',
  },
  references: [
    'https://docs.aws.amazon.com/neptune/latest/userguide/auditing.html',
    'https://docs.aws.amazon.com/neptune/latest/userguide/cloudwatch-logs.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/neptune-controls.html#neptune-2',
  ],
});
