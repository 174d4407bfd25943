import { fail, pass, unknown } from '../../src/engine/check.ts';
import { age } from '../../src/engine/forms/index.ts';
import { image } from '../../src/services/ec2/image.ts';

export default age(image, 'ec2-ami-age-limited', {
  title: 'AMIs are not too old',
  unless: [{ at: 'state', is: ['failed', 'error', 'invalid', 'deregistered'], because: '{label} cannot be launched' }],
  at: 'createdAt',
  settings: {
    days: { type: 'integer', default: 180, min: 1, describe: 'age of an AMI in days' },
  },
  atMost: 'days',
  pass: pass('{label} was made {days} days ago'),
  fail: fail('{label} was made {days} days ago; expected at most {settings.days}'),
  unsaid: unknown('AWS does not say when {label} was made'),
  risk: 'Whatever is launched from it starts without the security updates of all the time since, and its snapshots are paid for.',
  fix: {
    text: 'Build a new AMI with current packages, and point launch templates and scaling groups to it. Then deprecate the old one, and deregister it with its snapshots once nothing launches it any more.',
  },
  references: [
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ami-deprecate.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/deregister-ami.html',
  ],
});
