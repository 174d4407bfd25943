import { answers, here } from '../../answers.ts';
import { account, arnOf, daysAgo, keyArn } from '../../facts.ts';

export default answers('codeartifact', {
  ListDomains: here({
    domains: [
      {
        name: 'software',
        owner: account,
        arn: arnOf('codeartifact', 'domain/software'),
        status: 'Active',
        createdTime: daysAgo(300),
        encryptionKey: keyArn,
      },
    ],
  }),
});
