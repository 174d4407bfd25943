import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { key, rotationIsNone } from '../../src/services/kms/key.ts';

export default defineCheck({
  id: 'kms-key-rotation-enabled',
  title: 'Symmetric customer managed keys rotate at least every year',
  resource: key,
  needs: ['details', 'rotation'],
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
  risk: 'The longer one key material is in use, the more data it opens when it is compromised.',
  fix: {
    text: 'Turn on automatic rotation with a period of at most a year. Old key material is kept for decryption, so nothing has to be encrypted anew.',
    cli: 'aws kms enable-key-rotation --key-id {id} --rotation-period-in-days 365 --region {region}',
    terraform: 'resource "aws_kms_key" "this" {\n  enable_key_rotation     = true\n  rotation_period_in_days = 365\n}',
  },
  references: [
    'https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html',
    'https://docs.aws.amazon.com/kms/latest/APIReference/API_EnableKeyRotation.html',
  ],
  evaluate({ name, details, rotation }, { settings }) {
    const none = rotationIsNone(details);
    if (none !== undefined) return notApplicable(`${name}: ${none}`);
    if (rotation?.enabled === undefined) return unknown(`AWS did not say whether ${name} rotates`);
    if (!rotation.enabled) {
      // Rotation cannot be turned on while a key is disabled; one that is on stays on.
      return details.state === 'Disabled'
        ? notApplicable(`${name} is disabled: its rotation cannot be changed before it is enabled`)
        : fail(`${name} does not rotate automatically`, rotation);
    }
    const { periodInDays } = rotation;
    if (periodInDays === undefined) return unknown(`AWS did not say how often ${name} rotates`);
    // While a key is disabled its schedule stands still; once enabled it rotates when its time has come.
    const when = `rotates every ${periodInDays} days${details.state === 'Disabled' ? ', though not while it is disabled' : ''}`;
    return periodInDays > settings.maxPeriodInDays
      ? fail(`${name} ${when}; expected at most ${settings.maxPeriodInDays}`, rotation)
      : pass(`${name} ${when}`, rotation);
  },
});
