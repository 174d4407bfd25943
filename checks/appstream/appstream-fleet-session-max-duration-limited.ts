import { fail, pass, unknown } from '../../src/engine/check.ts';
import { number } from '../../src/engine/forms/index.ts';
import { fleet } from '../../src/services/appstream/fleet.ts';
import { shell } from '../../src/text/shell.ts';

export default number(fleet, 'appstream-fleet-session-max-duration-limited', {
  title: 'AppStream sessions end after some hours',
  settings: {
    seconds: { type: 'integer', default: 36000, min: 60, describe: 'seconds that a session may last' },
  },
  at: 'sessionSeconds',
  atMost: 'seconds',
  pass: pass('{label} ends sessions after {sessionSeconds} seconds'),
  fail: fail('{label} lets sessions last {sessionSeconds} seconds; expected at most {settings.seconds}'),
  unsaid: unknown('AWS does not say for how long a session of {label} may last'),
  risk: 'A session that goes on for days belongs to nobody: whoever comes to that screen, or has taken it over, works on in it.',
  fix: {
    text: 'Set how long a session may last. People are asked to save five minutes before; the fleet has to be stopped for it.',
    exact: ({ id }, { settings: { seconds } }) => ({
      cli: shell`aws appstream update-fleet --name ${id} --max-user-duration-in-seconds ${String(seconds)}`,
    }),
  },
  references: ['https://docs.aws.amazon.com/appstream2/latest/APIReference/API_UpdateFleet.html'],
});
