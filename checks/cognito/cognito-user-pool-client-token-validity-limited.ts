import { fail, pass, unknown } from '../../src/engine/check.ts';
import { each } from '../../src/engine/forms/index.ts';
import { userPoolClient } from '../../src/services/cognito/user-pool.ts';

export default each(userPoolClient, 'cognito-user-pool-client-token-validity-limited', {
  title: 'Tokens of Cognito user pools are valid for a short time',
  settings: {
    minutes: {
      type: 'integer',
      default: 60,
      min: 5,
      max: 1440,
      describe: 'minutes that access and ID tokens are valid for at most',
    },
    refreshDays: {
      type: 'integer',
      default: 30,
      min: 1,
      max: 3650,
      describe: 'days that refresh tokens are valid for at most',
    },
  },
  list: 'details.tokens',
  test: ({ kind, seconds }, { settings: { minutes, refreshDays } }) =>
    seconds > (kind === 'refresh' ? refreshDays * 86_400 : minutes * 60) ? 'bad' : 'good',
  such: { good: { kind: 'access', seconds: 300 }, bad: { kind: 'access', seconds: 86_400 } },
  called: ({ kind, seconds }) =>
    `${kind} tokens: ${seconds % 86_400 === 0 ? `${seconds / 86_400} days` : `${Math.round(seconds / 60)} minutes`}`,
  pass: pass('{label} gives tokens for a short time ({good:some})'),
  fail: fail(
    '{label} gives tokens for long ({bad:some}); expected at most {settings.minutes} minutes, and {settings.refreshDays} days for refresh tokens',
  ),
  none: unknown('AWS does not say how long tokens of {label} are valid'),
  risk: 'A token that was stolen works until it runs out, also after the user signed out, was disabled or changed the password.',
  fix: {
    text: 'Shorten the time in the console or where the client is defined as code: UpdateUserPoolClient sets back every setting that a request leaves out. Let refresh tokens rotate and be revoked.',
  },
  references: [
    'https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-with-identity-providers.html',
    'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserPoolClientType.html',
  ],
});
