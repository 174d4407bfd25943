import check from '../../../checks/shield/shield-load-balancer-advanced-protected.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { protecting, subscribed, unsubscribed } from '../../helpers/shield.ts';

const arn = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/1';

checkSuite(
  check,
  {
    id: arn,
    name: 'web',
    arn,
    type: 'application',
    scheme: 'internet-facing',
    state: 'active',
    dnsName: undefined,
    vpcId: undefined,
    ipAddressType: 'ipv4',
    securityGroups: [],
    zones: [],
    createdAt: undefined,
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
      when: 'it is internal',
      given: { scheme: 'internal' },
      along: { shield: [subscribed] },
      expect: 'not-applicable',
      message: /internal/,
    },
    {
      when: 'it is a Network Load Balancer',
      given: { type: 'network' },
      along: { shield: [subscribed] },
      expect: 'not-applicable',
      message: /Elastic IPs/,
    },
    {
      when: 'it is a Gateway Load Balancer',
      given: { type: 'gateway', scheme: undefined },
      along: { shield: [subscribed] },
      expect: 'not-applicable',
      message: /gateway/,
    },
  ],
);
