import { answers, here } from '../../answers.ts';
import { account, arnOf, policy } from '../../facts.ts';

const one = (IdentityName: string, IdentityType: string) => ({
  IdentityName,
  IdentityType,
  SendingEnabled: true,
  VerificationStatus: 'SUCCESS',
});

/** A domain that signs and is the account's own, one that does not and lets everybody send, and an address. */
export default answers(
  'sesv2',
  {
    ListEmailIdentities: here({
      EmailIdentities: [
        one('news.example.com', 'DOMAIN'),
        one('shop.example.com', 'DOMAIN'),
        one('jo@shop.example.com', 'EMAIL_ADDRESS'),
      ],
    }),
    GetEmailIdentity: ({ path }) => {
      const name = decodeURIComponent(path.split('/').at(-1) ?? '');
      const good = !name.startsWith('news');
      const Principal = good ? { AWS: `arn:aws:iam::${account}:root` } : '*';
      const Resource = arnOf('ses', `identity/${name}`);
      return {
        IdentityType: name.includes('@') ? 'EMAIL_ADDRESS' : 'DOMAIN',
        VerifiedForSendingStatus: true,
        DkimAttributes: { SigningEnabled: good, Status: good ? 'SUCCESS' : 'NOT_STARTED' },
        Policies: { senders: policy({ Effect: 'Allow', Principal, Action: ['ses:SendEmail'], Resource }) },
      };
    },
  },
  { 'AWS::SES::EmailIdentity': 'shop.example.com' },
);
