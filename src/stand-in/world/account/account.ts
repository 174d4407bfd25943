import { answers } from '../../answers.ts';
import { fails } from '../../front.ts';

export default answers('account', {
  GetContactInformation: {
    ContactInformation: {
      FullName: 'Acme',
      AddressLine1: '1 Road',
      City: 'X',
      PostalCode: '1',
      CountryCode: 'IE',
      PhoneNumber: '+1555',
    },
  },
  GetAlternateContact: fails({ code: 'ResourceNotFoundException' }),
});
