import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { environment } from '../../src/services/elasticbeanstalk/environment.ts';

export default state(environment, 'elasticbeanstalk-environment-persistent-logs-enabled', {
  title: 'Elastic Beanstalk environments keep the logs of instances that are gone',
  at: 'options.keepsLogs',
  is: {
    true: pass('{label} copies the logs of its instances to S3'),
    false: fail('{label} loses the logs of an instance with the instance'),
  },
  unsaid: unknown('Elastic Beanstalk did not say whether {label} keeps the logs of its instances'),
  risk: 'What a replaced instance logged before it failed, or was broken into, is gone with it.',
  fix: {
    text: 'Publish rotated logs to S3: they stay in the bucket of Elastic Beanstalk until you delete them. `Value=false` undoes it.',
    cli: 'aws elasticbeanstalk update-environment --environment-id {id} --option-settings Namespace=aws:elasticbeanstalk:hostmanager,OptionName=LogPublicationControl,Value=true',
  },
  references: ['https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features.logging.html'],
});
