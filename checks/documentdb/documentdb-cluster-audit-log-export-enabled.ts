import { exportsLog } from '../../src/judgements/logs/exported-log.ts';
import { documentCluster } from '../../src/services/rds/document.ts';

export default exportsLog(documentCluster, 'documentdb-cluster-audit-log-export-enabled', {
  title: 'DocumentDB clusters export their audit log',
  by: {
    log: 'audit',
    parameter: 'audit_logs',
    on: ['enabled', 'ddl', 'dml_read', 'dml_write', 'all'],
    off: ['disabled', 'none'],
    static: false,
    command: 'docdb',
  },
  risk: 'Who logged on, and which collections, indexes and users were made or dropped, cannot be found out afterwards.',
  fix: {
    text: 'Have the log written by the parameter audit_logs, and export it to CloudWatch Logs, which bills what comes in: reads and writes of documents are logged by `all` only.',
  },
  references: [
    'https://docs.aws.amazon.com/documentdb/latest/developerguide/event-auditing.html',
    'https://docs.aws.amazon.com/documentdb/latest/developerguide/cluster_parameter_groups-list_of_parameters.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/documentdb-controls.html#documentdb-4',
  ],
});
