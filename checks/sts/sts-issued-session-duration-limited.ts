import { defineCheck } from '../../src/engine/check.ts';
import { lookBack, noneIssued } from '../../src/judgements/credentials/issued.ts';
import { stsRegion } from '../../src/services/sts/account.ts';

export default defineCheck({
  id: 'sts-issued-session-duration-limited',
  title: 'Sessions that users ask STS for are short',
  resource: stsRegion,
  needs: ['sessionTokens'],
  settings: {
    hours: { type: 'integer', default: 12, min: 1, max: 36, describe: 'hours that a session may last at most' },
    days: lookBack,
  },
  risk: 'Credentials of a session work until it ends, wherever they were copied to, and no policy of IAM limits for how long a user may ask: up to 36 hours.',
  fix: {
    text: 'Let people and programs take roles instead, whose longest session is a setting of the role. Where GetSessionToken stays, ask for the time that a piece of work takes (`aws sts get-session-token --duration-seconds`), in scripts and in the profile that sets it.',
  },
  references: [
    'https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_disable-perms.html',
  ],
  evaluate: ({ name, sessionTokens }, { now, settings: { hours, days } }) =>
    noneIssued(sessionTokens, {
      name,
      what: `a session of more than ${hours === 1 ? 'an hour' : `${hours} hours`}`,
      days,
      now,
      unwanted: ({ seconds }) => seconds > hours * 3600,
    }),
});
