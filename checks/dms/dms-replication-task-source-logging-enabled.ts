import { fail, pass, unknown } from '../../src/engine/check.ts';
import { each } from '../../src/engine/forms/index.ts';
import { logsNothing, severities } from '../../src/judgements/logs/task-logging.ts';
import { replicationTask } from '../../src/services/dms/replication-task.ts';

export default each(replicationTask, 'dms-replication-task-source-logging-enabled', {
  title: 'Replication tasks log what they do with the source',
  unless: [logsNothing],
  list: 'logging.source',
  by: 'severity',
  is: severities,
  called: '{id}',
  pass: pass('{label} logs what it does with the source: {good}'),
  fail: fail('{label} logs too little of what it does with the source: {bad}; expected LOGGER_SEVERITY_DEFAULT'),
  none: fail('{label} does not log what it does with the source (SOURCE_UNLOAD, SOURCE_CAPTURE)'),
  unsaid: unknown('AWS does not say what {label} logs'),
  risk: 'Whether rows were left out or read by somebody else cannot be found out afterwards.',
  fix: {
    text: 'Stop the task, set `EnableLogging` and the severity of `SOURCE_UNLOAD` and `SOURCE_CAPTURE` to `LOGGER_SEVERITY_DEFAULT` in its settings (`aws dms modify-replication-task --replication-task-settings`), and resume it.',
  },
  references: [
    'https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Tasks.CustomizingTasks.TaskSettings.Logging.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/dms-controls.html#dms-8',
  ],
});
