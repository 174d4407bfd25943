import { describe, expect, it } from 'vitest';
import { accountSettings } from '../../../src/services/account/account.ts';
import { collectType } from '../../helpers/resource-suite.ts';

const person = {
  FullName: 'Jane Roe',
  AddressLine1: '1 Street',
  City: 'Berlin',
  CountryCode: 'DE',
  PhoneNumber: '+49301234',
};

describe('account/AWS::::Account', () => {
  it('says which contact fields are filled and nothing of what they hold', async () => {
    const { records } = await collectType(accountSettings, ['contact', 'securityContact'], {
      GetContactInformation: { ContactInformation: { ...person, City: ' ' } },
      GetAlternateContact: {
        AlternateContact: { Name: 'Jane Roe', Title: 'CISO', EmailAddress: 'jane@example.com', PhoneNumber: '' },
      },
    });
    expect(records[0]?.arn).toBe('arn:aws:iam::111122223333:root');
    expect(records[0]?.outcomes).toEqual({
      contact: { kind: 'present', value: { fullName: true, company: false, address: false, phone: true } },
      securityContact: { kind: 'present', value: { name: true, email: true, phone: false } },
    });
    expect(JSON.stringify(records)).not.toMatch(/Jane|Berlin|4930/);
  });

  it('asks for the security contact of its own account', async () => {
    const { sent } = await collectType(accountSettings, ['securityContact'], { GetAlternateContact: {} });
    expect(sent.map((s) => s.input)).toEqual([{ AlternateContactType: 'SECURITY' }]);
  });
});
