import { fail, pass, unknown } from '../../src/engine/check.ts';
import { number } from '../../src/engine/forms/index.ts';
import { fleet } from '../../src/services/appstream/fleet.ts';
import { shell } from '../../src/text/shell.ts';

export default number(fleet, 'appstream-fleet-idle-timeout-limited', {
  title: 'AppStream disconnects idle users',
  settings: {
    seconds: { type: 'integer', default: 600, min: 60, describe: 'seconds that a user may be idle' },
  },
  unless: [
    // https://docs.aws.amazon.com/appstream2/latest/APIReference/API_Fleet.html: 0 disconnects nobody.
    { at: 'idleSeconds', is: [0], verdict: fail('{label} never disconnects idle users') },
  ],
  at: 'idleSeconds',
  atMost: 'seconds',
  pass: pass('{label} disconnects users who were idle for {idleSeconds} seconds'),
  fail: fail('{label} disconnects users only after {idleSeconds} idle seconds; expected at most {settings.seconds}'),
  unsaid: unknown('AWS does not say whether {label} disconnects idle users'),
  risk: 'An unattended screen stays open for whoever passes by.',
  fix: {
    text: 'Set after how long an idle user is disconnected; AWS rounds it to minutes.',
    exact: ({ id }, { settings: { seconds } }) => ({
      cli: shell`aws appstream update-fleet --name ${id} --idle-disconnect-timeout-in-seconds ${String(seconds)}`,
    }),
  },
  references: ['https://docs.aws.amazon.com/appstream2/latest/APIReference/API_UpdateFleet.html'],
});
