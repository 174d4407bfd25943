import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { environment } from '../../src/services/elasticbeanstalk/environment.ts';

export default state(environment, 'elasticbeanstalk-environment-load-balancer-access-logs-enabled', {
  title: 'Load balancers of Elastic Beanstalk log requests',
  unless: [
    { at: 'options.kind', is: ['SingleInstance'], because: '{label} has one instance and no load balancer' },
    { at: 'options.sharedBalancer', is: [true], because: '{label} shares a load balancer that it does not configure' },
    {
      at: 'options.balancer',
      is: ['classic', 'network'],
      because: '{label} has a {options.balancer} load balancer, whose logs are no option of Elastic Beanstalk',
    },
  ],
  at: 'options.balancerLogs',
  is: {
    true: pass('The load balancer of {label} logs requests'),
    false: fail('The load balancer of {label} logs no requests'),
  },
  unsaid: unknown('Elastic Beanstalk did not say whether the load balancer of {label} logs requests'),
  risk: 'Who called the application, and with what, cannot be found out after an attack.',
  fix: {
    text: 'Let a bucket of the same region take logs of load balancers, then name it to the environment. `AccessLogsS3Enabled` set to false undoes it.',
    cli: 'aws elasticbeanstalk update-environment --environment-id {id} --option-settings Namespace=aws:elbv2:loadbalancer,OptionName=AccessLogsS3Bucket,Value=BUCKET Namespace=aws:elbv2:loadbalancer,OptionName=AccessLogsS3Enabled,Value=true',
  },
  references: [
    'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/environments-cfg-alb.html',
    'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html#command-options-general-elbv2',
  ],
});
