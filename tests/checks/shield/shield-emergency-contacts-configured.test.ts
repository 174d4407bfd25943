import check from '../../../checks/shield/shield-emergency-contacts-configured.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

checkSuite(
  check,
  {
    id: '111122223333',
    name: 'The account',
    state: 'ACTIVE',
    emergencyContacts: { count: 2, withEmail: 2, withPhone: 1 },
  },
  [
    { when: 'there are contacts', expect: 'pass', message: /2 emergency contacts, 1 with a phone/ },
    {
      when: 'there is one contact',
      given: { emergencyContacts: { count: 1, withEmail: 1, withPhone: 0 } },
      expect: 'pass',
      message: /1 emergency contact, 0 with/,
    },
    {
      when: 'the list is empty',
      given: { emergencyContacts: { count: 0, withEmail: 0, withPhone: 0 } },
      expect: 'fail',
    },
    {
      when: 'there is no list',
      given: { emergencyContacts: undefined },
      expect: 'fail',
      message: /no emergency contact/,
    },
    {
      when: 'the account is not subscribed',
      given: { state: 'INACTIVE', emergencyContacts: undefined },
      expect: 'not-applicable',
      message: /not subscribed/,
    },
    { when: 'the state is not told', given: { state: undefined }, expect: 'unknown' },
  ],
);
