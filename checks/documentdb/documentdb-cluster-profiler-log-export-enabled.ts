import { exportsLog } from '../../src/judgements/logs/exported-log.ts';
import { documentCluster } from '../../src/services/rds/document.ts';

export default exportsLog(documentCluster, 'documentdb-cluster-profiler-log-export-enabled', {
  title: 'DocumentDB clusters export what their profiler logs',
  by: {
    log: 'profiler',
    parameter: 'profiler',
    on: ['enabled'],
    off: ['disabled'],
    static: false,
    command: 'docdb',
  },
  risk: 'Which operations were slow, and who sent them, cannot be seen: neither a bad index nor an abuse is found by it.',
  fix: {
    text: 'Turn the profiler on by its parameter, and export its log to CloudWatch Logs, which bills what comes in: profiler_threshold_ms and profiler_sampling_rate say how much that is. Operations stand in it with their values.',
  },
  references: [
    'https://docs.aws.amazon.com/documentdb/latest/developerguide/profiling.html',
    'https://docs.aws.amazon.com/documentdb/latest/developerguide/cluster_parameter_groups-list_of_parameters.html',
  ],
});
