import { fail, pass } from '../../src/engine/check.ts';
import { sameFor, state } from '../../src/engine/forms/index.ts';
import { eventBus } from '../../src/services/eventbridge/event-bus.ts';
import { shell } from '../../src/text/shell.ts';

export default state(eventBus, 'eventbridge-bus-logging-enabled', {
  title: 'Event buses log what becomes of events',
  at: 'configuration.logLevel',
  needs: ['configuration', 'deliveredLogs'],
  unless: [
    {
      needs: ['configuration', 'deliveredLogs'],
      such: { configuration: { logLevel: 'ERROR', encryption: 'AWS', keyId: undefined }, deliveredLogs: [] },
      // The level says what is written, a delivery that it is written somewhere.
      when: ({ name, configuration, deliveredLogs }) =>
        deliveredLogs?.length === 0
          ? fail(`${name} is to log at level ${configuration.logLevel}, and nothing delivers its logs`, {
              deliveredLogs,
            })
          : undefined,
    },
  ],
  is: {
    ...sameFor(['ERROR', 'INFO', 'TRACE'], pass('{label} logs at level {configuration.logLevel}')),
    OFF: fail('{label} logs nothing: its level is OFF'),
  },
  // The level is OFF where none was set: https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_events.LogConfig.html
  unsaid: fail('{label} logs nothing: it has no logging configuration'),
  risk: 'Events that matched no rule, or that no target took, are gone without a trace.',
  fix: {
    text: 'Set a level and make a delivery of its logs to CloudWatch Logs, S3 or Firehose, which bills what comes in: the level alone writes nothing. `Level=OFF` undoes it.',
    exact: ({ id, arn, configuration: { logLevel } }) => {
      const source = `event-bus-${id.replaceAll(/[^\w-]/g, '-')}`.slice(0, 60);
      return {
        cli: [
          ...(logLevel === undefined || logLevel === 'OFF'
            ? [shell`aws events update-event-bus --name ${id} --log-config Level=ERROR,IncludeDetail=NONE`]
            : []),
          shell`aws logs put-delivery-source --name ${source} --log-type ERROR_LOGS --resource-arn ${arn}`,
          shell`aws logs create-delivery --delivery-source-name ${source} --delivery-destination-arn DELIVERY_DESTINATION_ARN`,
        ].join('\n'),
      };
    },
  },
  references: [
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-logs.html',
    'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutDeliverySource.html',
  ],
});
