import { fail, pass, unknown } from '../../src/engine/check.ts';
import { age } from '../../src/engine/forms/index.ts';
import { parameter } from '../../src/services/ssm/parameter.ts';

export default age(parameter, 'ssm-parameter-changed-within-max-days', {
  title: 'Secrets in Parameter Store are changed from time to time',
  unless: [
    { at: 'type', is: ['String', 'StringList'], because: '{label} is no SecureString' },
    { at: 'type', is: [undefined], verdict: unknown('AWS does not say of which type {label} is') },
  ],
  at: 'changedAt',
  settings: {
    days: { type: 'integer', default: 365, min: 1, describe: 'days within which a SecureString was changed' },
  },
  atMost: 'days',
  pass: pass('{label} was changed {days} days ago'),
  fail: fail('{label} was changed {days} days ago; expected at most {settings.days}'),
  unsaid: unknown('AWS does not say when {label} was changed'),
  risk: 'Everybody who ever read the secret, and every copy of it in a log or a backup, can still use it.',
  fix: {
    text: 'Make a new secret where it is used, write it into the parameter and take the old one out of use. Secrets Manager does that by itself.',
  },
  references: ['https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ParameterMetadata.html'],
});
