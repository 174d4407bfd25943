import { fail, pass, unknown } from '../../src/engine/check.ts';
import { age } from '../../src/engine/forms/index.ts';
import { rotatedElsewhere, secret } from '../../src/services/secretsmanager/secret.ts';

export default age(secret, 'secretsmanager-secret-rotated-within-max-days', {
  title: 'Secrets have been rotated within the last 90 days',
  settings: {
    days: { type: 'integer', default: 90, min: 1, max: 3650, describe: 'days since a secret was rotated, at most' },
  },
  at: 'unrotatedSince',
  unless: rotatedElsewhere,
  atMost: 'days',
  pass: pass('{label} has been unchanged by a rotation for {days} days[, since {lastRotatedAt:day}]'),
  fail: fail(
    '{label} has not been rotated for {days} days, since {unrotatedSince:day}; expected at most {settings.days}',
  ),
  unsaid: unknown('AWS does not say when {label} was made or rotated'),
  risk: 'Whoever got hold of the secret once, in a log or from a former colleague, can still use it.',
  fix: {
    text: 'Rotate it: at once where rotation is set up, otherwise change it where it is used and store the new value. The command starts a rotation and fails where none is set up.',
    cli: 'aws secretsmanager rotate-secret --secret-id {arn}',
  },
  references: ['https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html'],
});
