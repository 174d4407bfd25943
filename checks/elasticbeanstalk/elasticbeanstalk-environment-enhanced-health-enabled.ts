import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { environment } from '../../src/services/elasticbeanstalk/environment.ts';

export default state(environment, 'elasticbeanstalk-environment-enhanced-health-enabled', {
  title: 'Elastic Beanstalk environments report their health in detail',
  at: 'options.health',
  is: { enhanced: pass('{label} reports its health in detail'), basic: fail('{label} reports only basic health') },
  otherwise: unknown('{label} reports its health as {options.health}, which this version does not know'),
  unsaid: unknown('Elastic Beanstalk did not say how {label} reports its health'),
  risk: 'Errors, slow answers and failing instances are not seen until the load balancer gives up, and managed updates cannot be turned on.',
  fix: {
    text: 'Turn on enhanced health reporting; the environment needs a service role for it.',
    cli: 'aws elasticbeanstalk update-environment --environment-id {id} --option-settings Namespace=aws:elasticbeanstalk:healthreporting:system,OptionName=SystemType,Value=enhanced',
  },
  references: ['https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/health-enhanced.html'],
});
