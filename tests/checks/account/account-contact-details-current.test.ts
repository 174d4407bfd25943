import check from '../../../checks/account/account-contact-details-current.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const contact = { fullName: true, company: true, address: true, phone: true };

checkSuite(check, { id: '111122223333', contact }, [
  { when: 'every field is filled', expect: 'manual', message: /only its owner can tell/ },
  {
    when: 'only the company is not filled, which AWS does not require',
    given: { contact: { ...contact, company: false } },
    expect: 'manual',
  },
  {
    when: 'the telephone number is empty',
    given: { contact: { ...contact, phone: false } },
    expect: 'fail',
    message: /lack a telephone number$/,
  },
  {
    when: 'there are no contact details',
    given: { contact: undefined },
    expect: 'fail',
    message: /no contact details/,
  },
]);
