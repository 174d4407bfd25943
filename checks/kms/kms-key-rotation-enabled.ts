import { fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { number } from '../../src/engine/forms/index.ts';
import { key, rotationIsNone } from '../../src/services/kms/key.ts';
import { hcl } from '../../src/text/hcl.ts';
import { shell } from '../../src/text/shell.ts';

// While a key is disabled its schedule stands still; once enabled it rotates when its time has come.
const whileDisabled = (state: string | undefined): string =>
  state === 'Disabled' ? ', though not while it is disabled' : '';

export default number(key, 'kms-key-rotation-enabled', {
  title: 'Symmetric customer managed keys rotate at least every year',
  settings: {
    maxPeriodInDays: {
      type: 'integer',
      default: 365,
      min: 90,
      max: 2560,
      describe:
        'longest accepted time in days between two automatic rotations; AWS offers 90 to 2560 and takes 365 by itself',
    },
  },
  needs: ['details', 'rotation'],
  unless: [
    {
      needs: ['details'],
      such: { details: { manager: 'AWS' } },
      when({ name, details }) {
        const none = rotationIsNone(details);
        return none === undefined ? undefined : `${name}: ${none}`;
      },
    },
    {
      // Rotation cannot be turned on while a key is disabled; one that is on stays on.
      needs: ['details', 'rotation'],
      such: { details: { manager: 'CUSTOMER', state: 'Disabled' }, rotation: { enabled: false } },
      when: ({ name, details, rotation }) =>
        rotation?.enabled === false && details.state === 'Disabled'
          ? notApplicable(`${name} is disabled: its rotation cannot be changed before it is enabled`)
          : undefined,
    },
    { at: 'rotation.enabled', is: [false], verdict: fail('{name} does not rotate automatically') },
  ],
  at: 'rotation.periodInDays',
  atMost: 'maxPeriodInDays',
  pass: ({ name, details, rotation }) =>
    pass(`${name} rotates every ${rotation?.periodInDays} days${whileDisabled(details.state)}`, rotation),
  fail: ({ name, details, rotation }, { settings }) =>
    fail(
      `${name} rotates every ${rotation?.periodInDays} days${whileDisabled(details.state)}; expected at most ${settings.maxPeriodInDays}`,
      rotation,
    ),
  absent: unknown('AWS did not say whether {name} rotates'),
  unsaid: unknown('AWS did not say how often {name} rotates'),
  risk: 'The longer one key material is in use, the more data it opens when it is compromised.',
  fix: {
    text: 'Turn on automatic rotation with a period of at most a year. Old key material is kept for decryption, so nothing has to be encrypted anew.',
    exact: ({ id }, { settings }) => ({
      cli: shell`aws kms enable-key-rotation --key-id ${id} --rotation-period-in-days ${Math.min(365, settings.maxPeriodInDays)}`,
      terraform: hcl`resource "aws_kms_key" "this" {
  enable_key_rotation     = true
  rotation_period_in_days = ${Math.min(365, settings.maxPeriodInDays)}
}`,
    }),
  },
  references: [
    'https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html',
    'https://docs.aws.amazon.com/kms/latest/APIReference/API_EnableKeyRotation.html',
  ],
});
