import { answers } from '../../answers.ts';
import { daysAgo } from '../../facts.ts';

/** `example.com` is looked after, `example.net` is not; contacts of `example.de` are the registry's to publish. */
export default answers(
  'route-53-domains',
  {
    ListDomains: {
      Domains: [
        { DomainName: 'example.com', AutoRenew: true, TransferLock: true, Expiry: daysAgo(-250) },
        { DomainName: 'example.net', AutoRenew: false, TransferLock: false, Expiry: daysAgo(-12) },
        { DomainName: 'example.de', AutoRenew: true, TransferLock: true, Expiry: daysAgo(-100) },
      ],
    },
    GetDomainDetail: ({ input: { DomainName } }) => {
      const good = DomainName === 'example.com';
      return {
        DomainName,
        AutoRenew: DomainName !== 'example.net',
        RegistrantContact: { FirstName: 'Ada', LastName: 'Example', Email: 'domains@example.com' },
        RegistrantPrivacy: good,
        AdminPrivacy: good,
        TechPrivacy: good,
        RegistrarName: 'Amazon Registrar, Inc.',
        StatusList: DomainName === 'example.net' ? ['ok'] : ['clientTransferProhibited'],
      };
    },
  },
  { 'AWS::Route53Domains::Domain': 'example.com' },
);
