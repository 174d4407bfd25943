import { fail, pass, unknown } from '../../src/engine/check.ts';
import { age } from '../../src/engine/forms/index.ts';
import { instance } from '../../src/services/ec2/instance.ts';
import { isOlderThan } from '../../src/text/time.ts';

export default age(instance, 'ec2-instance-not-stopped-long', {
  title: 'Instances are not kept stopped for long',
  unless: [
    { at: 'state', is: ['pending', 'running', 'stopping'], verdict: pass('{label} is not stopped') },
    { at: 'state', is: [undefined], verdict: unknown('AWS does not say whether {label} is stopped') },
  ],
  at: 'stoppedAt',
  settings: {
    days: { type: 'integer', default: 30, min: 1, describe: 'days that an instance may be stopped' },
  },
  atMost: 'days',
  pass: pass('{label} has been stopped for {days} days'),
  fail: fail('{label} has been stopped for {days} days; expected at most {settings.days}'),
  unsaid: ({ id, name, launchedAt }, { now, settings: { days } }) =>
    // Started within the time, it cannot have been stopped for longer.
    launchedAt !== undefined && isOlderThan(launchedAt, days, now) === false
      ? pass(`${name === id ? id : `${name} (${id})`} is stopped, and was started last on ${launchedAt.slice(0, 10)}`)
      : unknown(`AWS does not say since when ${name === id ? id : `${name} (${id})`} has been stopped`),
  risk: 'Its volumes and addresses are paid for, and what is on them gets no updates: the day it is started, it is out of date.',
  fix: {
    text: 'Terminate what nobody needs: keep the data as a snapshot or an AMI where it matters. Termination deletes volumes that are set to go with the instance, and cannot be undone.',
  },
  references: [
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Stop_Start.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-4',
  ],
});
