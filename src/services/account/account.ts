import { resource } from '../../inventory/resource.ts';
import { account } from './service.ts';

/** The account's own data. Only whether a contact field is filled leaves `read`, never the person's data. */
export const accountSettings = resource(account, 'AWS::::Account', {
  calls: [],
  singleton: true,
  async *list(api) {
    yield { id: api.account, name: 'The account' };
  },
  arn: ({ id }, { partition }) => `arn:${partition}:iam::${id}:root`,
}).facets((facet) => ({
  contact: facet.call('GetContactInformation', {
    absentOn: ['ResourceNotFoundException'],
    keep: ({ ContactInformation: contact }) => ({
      fullName: filled(contact?.FullName),
      company: filled(contact?.CompanyName),
      address: filled(contact?.AddressLine1) && filled(contact?.City) && filled(contact?.CountryCode),
      phone: filled(contact?.PhoneNumber),
    }),
  }),
  securityContact: facet.call('GetAlternateContact', {
    // "The operation failed because it specified a resource that can't be found": no contact of this type is set.
    absentOn: ['ResourceNotFoundException'],
    input: () => ({ AlternateContactType: 'SECURITY' as const }),
    keep: ({ AlternateContact: contact }) => ({
      name: filled(contact?.Name),
      email: filled(contact?.EmailAddress),
      phone: filled(contact?.PhoneNumber),
    }),
  }),
}));

const filled = (text: string | undefined): boolean => text !== undefined && text.trim() !== '';
