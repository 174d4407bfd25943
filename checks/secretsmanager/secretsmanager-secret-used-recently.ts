import { fail, pass, unknown } from '../../src/engine/check.ts';
import { age } from '../../src/engine/forms/index.ts';
import { rotatedElsewhere, secret } from '../../src/services/secretsmanager/secret.ts';

export default age(secret, 'secretsmanager-secret-used-recently', {
  title: 'Secrets have been read within the last 90 days',
  settings: {
    days: { type: 'integer', default: 90, min: 1, max: 3650, describe: 'days since a secret was read, at most' },
  },
  at: 'unreadSince',
  unless: rotatedElsewhere,
  atMost: 'days',
  pass: pass('{label} was made or read {days} days ago'),
  fail: fail(
    '{label} has not been read for {days} days[, the last time on {lastAccessedAt:day}]; expected at most {settings.days}',
  ),
  unsaid: unknown('AWS does not say when {label} was made or read'),
  risk: 'A secret that nobody uses is watched by nobody, and may still open what it was made for.',
  fix: {
    text: 'Each region counts its own reads: where it has replicas, look at them too. Find out what it opens, withdraw it there, then delete it. It can be restored for 30 days: `restore-secret`.',
    cli: 'aws secretsmanager delete-secret --secret-id {arn} --recovery-window-in-days 30',
  },
  references: ['https://docs.aws.amazon.com/secretsmanager/latest/userguide/manage_delete-secret.html'],
});
