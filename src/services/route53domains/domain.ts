import { listed } from '../../inventory/listed.ts';
import { route53domains } from './service.ts';

/** A domain that is registered with Route 53; one that is registered elsewhere is not known to AWS. */
export const domain = listed(route53domains, 'AWS::Route53Domains::Domain', 'ListDomains', {
  at: 'Domains',
  input: { MaxItems: 100 },
  narrows: { FilterConditions: 'unless given', SortCondition: 'unless given' },
  id: ({ DomainName }) => DomainName,
  keep: {
    autoRenew: 'AutoRenew',
    /** Whether the registry is told to refuse transfers to other registrars (`clientTransferProhibited`). */
    transferLock: 'TransferLock',
    expiresAt: 'Expiry',
  },
  // AWS has none: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonroute53domains.html
  arn: ({ id }, { partition, account }) => `arn:${partition}:route53domains::${account}:domain/${id}`,
  label: ({ name }) => `Domain ${name}`,
  references: ['https://docs.aws.amazon.com/Route53/latest/APIReference/API_domains_DomainSummary.html'],
}).facets((facet) => ({
  /** Who owns it is in the answer too, and is left there. */
  details: facet.call('GetDomainDetail', {
    input: ({ id }) => ({ DomainName: id }),
    keep: ({ RegistrantPrivacy, AdminPrivacy, TechPrivacy, BillingPrivacy, StatusList }) => ({
      /** Whether what is known of each contact is kept from WHOIS; of the contact for billing AWS does not always say it. */
      privacy: [
        { contact: 'registrant', hidden: RegistrantPrivacy },
        { contact: 'administrative', hidden: AdminPrivacy },
        { contact: 'technical', hidden: TechPrivacy },
        ...(BillingPrivacy === undefined ? [] : [{ contact: 'billing', hidden: BillingPrivacy }]),
      ],
      /** As the registry has them, e.g. `clientTransferProhibited`; left out where it has none. */
      statuses: StatusList,
    }),
  }),
}));

/** The same for all checks of domains. */
export const registered = 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/registrar.html';
