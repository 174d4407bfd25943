import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { environment } from '../../src/services/elasticbeanstalk/environment.ts';

export default state(environment, 'elasticbeanstalk-environment-cloudwatch-logs-enabled', {
  title: 'Elastic Beanstalk environments stream their logs to CloudWatch',
  at: 'options.streamsLogs',
  is: {
    true: pass('{label} streams the logs of its instances to CloudWatch Logs'),
    false: fail('{label} keeps the logs of its instances on the instances alone'),
  },
  unsaid: unknown('Elastic Beanstalk did not say whether {label} streams its logs'),
  risk: 'An instance that is replaced takes its logs with it, and with them what happened on it.',
  fix: {
    text: 'Stream the logs of instances to CloudWatch Logs; the role of the instances has to be allowed to write them.',
    cli: 'aws elasticbeanstalk update-environment --environment-id {id} --option-settings Namespace=aws:elasticbeanstalk:cloudwatch:logs,OptionName=StreamLogs,Value=true',
  },
  references: ['https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/AWSHowTo.cloudwatchlogs.html'],
});
