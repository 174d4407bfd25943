import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { broker } from '../../src/services/mq/broker.ts';
import { shell } from '../../src/text/shell.ts';

export default state(broker, 'mq-broker-logging-enabled', {
  title: 'Brokers write their logs to CloudWatch',
  needs: ['details'],
  at: 'details.generalLogs',
  is: {
    // RabbitMQ has no audit logs.
    true: ({ name, engine, details }) => {
      if (engine === 'RABBITMQ') return pass(`${name} writes general logs`);
      if (engine !== 'ACTIVEMQ') return unknown(`${name} is of an engine that this version does not know`);
      if (details?.auditLogs === undefined) return unknown(`Amazon MQ did not say whether ${name} writes audit logs`);
      return details.auditLogs
        ? pass(`${name} writes general and audit logs`)
        : fail(`${name} writes no audit logs; expected general and audit logs`);
    },
    false: fail('{label} writes no general logs'),
  },
  unsaid: unknown('Amazon MQ did not say which logs {label} writes'),
  absent: unknown('Amazon MQ does not know {label} any more'),
  risk: 'Who signed in, changed users or was refused, and why the broker stopped, is not seen afterwards.',
  fix: {
    text: 'Let mq.amazonaws.com write to log groups by a resource policy of CloudWatch Logs, turn the logs on, and restart the broker, or wait for its maintenance window.',
    exact: ({ id, engine }) => ({
      cli: `${shell`aws mq update-broker --broker-id ${id} --logs`} ${engine === 'RABBITMQ' ? 'General=true' : 'Audit=true,General=true'}`,
      note: 'It takes effect with the next restart: until then the finding stays.',
    }),
  },
  references: [
    'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/security-logging-monitoring.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/mq-controls.html#mq-2',
  ],
});
