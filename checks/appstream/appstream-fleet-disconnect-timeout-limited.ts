import { fail, pass, unknown } from '../../src/engine/check.ts';
import { number } from '../../src/engine/forms/index.ts';
import { fleet } from '../../src/services/appstream/fleet.ts';
import { shell } from '../../src/text/shell.ts';

export default number(fleet, 'appstream-fleet-disconnect-timeout-limited', {
  title: 'AppStream sessions end soon after their user has gone',
  settings: {
    seconds: {
      type: 'integer',
      default: 300,
      min: 60,
      describe: 'seconds that a session waits for its user to come back',
    },
  },
  at: 'disconnectSeconds',
  atMost: 'seconds',
  pass: pass('{label} ends sessions {disconnectSeconds} seconds after their user has gone'),
  fail: fail(
    '{label} keeps sessions for {disconnectSeconds} seconds after their user has gone; expected at most {settings.seconds}',
  ),
  unsaid: unknown('AWS does not say how long a session of {label} waits for its user'),
  risk: 'Until then the session, with all that is open in it, can be taken up again by whoever has the address or the browser.',
  fix: {
    text: 'Set how long a session waits after its user was disconnected.',
    exact: ({ id }, { settings: { seconds } }) => ({
      cli: shell`aws appstream update-fleet --name ${id} --disconnect-timeout-in-seconds ${String(seconds)}`,
    }),
  },
  references: ['https://docs.aws.amazon.com/appstream2/latest/APIReference/API_UpdateFleet.html'],
});
