import { fail, pass } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { mskCluster } from '../../src/services/msk/cluster.ts';

export default state(mskCluster, 'msk-cluster-broker-logging-enabled', {
  title: 'Brokers of MSK clusters write logs',
  at: 'logging',
  is: {
    true: pass('{label} delivers the logs of its brokers'),
    false: fail('{label} delivers no logs of its brokers; expected a log group, bucket or delivery stream'),
  },
  // They are off unless they are turned on: https://docs.aws.amazon.com/msk/latest/developerguide/msk-logging.html
  unsaid: fail('{label} has no delivery of logs set; expected a log group, bucket or delivery stream'),
  unless: [{ at: 'type', is: ['SERVERLESS'], because: '{label} is serverless, which has no logs of brokers' }],
  risk: 'Connections that failed, changes of partitions and faults of brokers leave no trace.',
  fix: {
    text: 'Deliver the logs of the brokers to a log group, a bucket or a delivery stream. `"Enabled":false` undoes it.',
    cli: `aws kafka update-monitoring --cluster-arn {arn} --current-version {version} --logging-info '{"BrokerLogs":{"CloudWatchLogs":{"Enabled":true,"LogGroup":"LOG_GROUP"}}}'`,
  },
  references: ['https://docs.aws.amazon.com/msk/latest/developerguide/msk-logging.html'],
});
