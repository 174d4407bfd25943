import check from '../../../checks/shield/shield-global-accelerator-advanced-protected.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { protecting, subscribed, unsubscribed } from '../../helpers/shield.ts';

const arn = 'arn:aws:globalaccelerator::111122223333:accelerator/a1';

checkSuite(
  check,
  {
    id: 'a1',
    name: 'edge',
    arn,
    enabled: true,
    status: 'DEPLOYED',
    dnsName: undefined,
    ipAddressType: 'IPV4',
    addresses: [],
  },
  [
    {
      when: 'a protection names it',
      along: { shield: [subscribed], protections: [protecting('arn:aws:x:::other'), protecting(arn)] },
      expect: 'pass',
    },
    {
      when: 'no protection names it',
      along: { shield: [subscribed], protections: [protecting(`${arn}2`), protecting(undefined)] },
      expect: 'fail',
      message: /not protected/,
    },
    { when: 'there are no protections', along: { shield: [subscribed] }, expect: 'fail' },
    {
      when: 'the account is not subscribed',
      along: { shield: [unsubscribed] },
      expect: 'not-applicable',
      message: /not subscribed/,
    },
    { when: 'the partition has no Shield Advanced', expect: 'not-applicable', message: /partition/ },
    {
      when: 'the state of the subscription is not told',
      along: { shield: [{ ...subscribed, state: undefined }] },
      expect: 'unknown',
    },
    {
      when: 'it is disabled',
      given: { enabled: false },
      along: { shield: [subscribed] },
      expect: 'not-applicable',
      message: /disabled/,
    },
  ],
);
