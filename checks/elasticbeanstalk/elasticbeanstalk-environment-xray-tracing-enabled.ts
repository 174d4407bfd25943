import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { environment } from '../../src/services/elasticbeanstalk/environment.ts';

export default state(environment, 'elasticbeanstalk-environment-xray-tracing-enabled', {
  title: 'Elastic Beanstalk environments run the X-Ray daemon',
  at: 'options.tracing',
  is: {
    true: pass('{label} runs the X-Ray daemon'),
    false: fail('{label} does not run the X-Ray daemon'),
  },
  unsaid: unknown('Elastic Beanstalk did not say whether {label} runs the X-Ray daemon'),
  risk: 'Where a request was slow or failed, of all that the application calls, is a guess.',
  fix: {
    text: 'Let the daemon run; the application has to send it traces, and the instance profile to allow them. Traces are paid for. `Value=false` undoes it.',
    cli: 'aws elasticbeanstalk update-environment --environment-id {id} --option-settings Namespace=aws:elasticbeanstalk:xray,OptionName=XRayEnabled,Value=true',
  },
  references: ['https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/environment-configuration-debugging.html'],
});
