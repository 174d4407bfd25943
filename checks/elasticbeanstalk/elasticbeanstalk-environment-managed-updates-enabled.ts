import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { environment } from '../../src/services/elasticbeanstalk/environment.ts';

export default state(environment, 'elasticbeanstalk-environment-managed-updates-enabled', {
  title: 'Elastic Beanstalk environments take platform updates by themselves',
  at: 'options.managedUpdates',
  is: {
    true: pass('{label} takes updates of its platform by itself'),
    false: fail('{label} does not take updates of its platform by itself'),
  },
  unsaid: unknown('Elastic Beanstalk did not say whether {label} takes updates of its platform by itself'),
  risk: 'Corrections of the operating system, the runtime and the web server are there, and wait until somebody deploys them.',
  fix: {
    text: 'Turn on managed updates with a weekly hour and minor versions. They need enhanced health reporting and a service role, and replace the instances one after the other.',
    cli: 'aws elasticbeanstalk update-environment --environment-id {id} --option-settings Namespace=aws:elasticbeanstalk:managedactions,OptionName=ManagedActionsEnabled,Value=true Namespace=aws:elasticbeanstalk:managedactions,OptionName=PreferredStartTime,Value=Tue:09:00 Namespace=aws:elasticbeanstalk:managedactions:platformupdate,OptionName=UpdateLevel,Value=minor',
  },
  references: [
    'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/environment-platform-update-managed.html',
    'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html',
  ],
});
