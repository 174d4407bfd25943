import { defineCheck } from '../../src/engine/check.ts';
import { lookBack, noneIssued } from '../../src/judgements/credentials/issued.ts';
import { stsRegion } from '../../src/services/sts/account.ts';

export default defineCheck({
  id: 'sts-federation-token-not-used',
  title: 'No federation tokens are issued',
  resource: stsRegion,
  needs: ['federationTokens'],
  settings: { days: lookBack },
  risk: "A federation token carries the rights of an IAM user on to others for up to 36 hours, goes on working when the user's access key is made inactive, and opens the console: who steals a key makes one to stay.",
  fix: {
    text: 'Where a proxy application asks for them, let it take a role instead, with a session policy for each person. Where nobody knows of such an application, treat it as an incident: the event tells the user; deny that user everything, since turning the key off does not end the token.',
  },
  references: [
    'https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_disable-perms.html',
  ],
  evaluate: ({ name, federationTokens }, { now, settings: { days } }) =>
    noneIssued(federationTokens, { name, what: 'a federation token', days, now }),
});
