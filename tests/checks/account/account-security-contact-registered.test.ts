import check from '../../../checks/account/account-security-contact-registered.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

checkSuite(check, { id: '111122223333', securityContact: { name: true, email: true, phone: true } }, [
  { when: 'a security contact is set', expect: 'pass' },
  { when: 'none is set', given: { securityContact: undefined }, expect: 'fail', message: /no alternate contact/ },
  {
    when: 'its email address is empty',
    given: { securityContact: { name: true, email: false, phone: true } },
    expect: 'fail',
    message: /without an email/,
  },
]);
