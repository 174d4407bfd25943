import { answers } from '../../answers.ts';
import { account } from '../../facts.ts';

/** Policies have a say, and the account's lets people in from one network. */
export default answers('signin', {
  GetConsoleAuthorizationConfiguration: { targetId: account, scope: 'ACCOUNT', consoleAuthorizationEnabled: true },
  GetResourcePolicy: {
    signinResourceBasedPolicy: {
      version: '2012-10-17',
      statement: [
        {
          effect: 'Allow',
          principal: { AWS: '*' },
          action: ['signin:Authenticate'],
          resource: '*',
          condition: { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24'] } },
        },
      ],
    },
  },
});
