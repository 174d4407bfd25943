import { fail, pass } from '../../src/engine/check.ts';
import { sameFor, state } from '../../src/engine/forms/index.ts';
import { eventBus } from '../../src/services/eventbridge/event-bus.ts';

export default state(eventBus, 'eventbridge-bus-logging-enabled', {
  title: 'Event buses log what becomes of events',
  at: 'configuration.logLevel',
  is: {
    ...sameFor(['ERROR', 'INFO', 'TRACE'], pass('{label} logs at level {configuration.logLevel}')),
    OFF: fail('{label} logs nothing: its level is OFF'),
  },
  // The level is OFF where none was set: https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_events.LogConfig.html
  unsaid: fail('{label} logs nothing: it has no logging configuration'),
  risk: 'Events that matched no rule, or that no target took, are gone without a trace.',
  fix: {
    text: 'Set a level and make a delivery of its logs to CloudWatch Logs, S3 or Firehose, which bills what comes in: the level alone writes nothing. `Level=OFF` undoes it.',
    cli: 'aws events update-event-bus --name {id} --log-config Level=ERROR,IncludeDetail=NONE',
  },
  references: ['https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-logs.html'],
});
