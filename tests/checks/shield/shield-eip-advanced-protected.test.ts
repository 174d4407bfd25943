import check from '../../../checks/shield/shield-eip-advanced-protected.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { protecting, subscribed, unsubscribed } from '../../helpers/shield.ts';

const arn = 'arn:aws:ec2:eu-west-1:111122223333:eip-allocation/eipalloc-1';

checkSuite(
  check,
  {
    id: 'eipalloc-1',
    name: 'nat',
    arn: 'arn:aws:ec2:eu-west-1:111122223333:elastic-ip/eipalloc-1',
    publicIp: '192.0.2.1',
    associationId: 'eipassoc-1',
    instanceId: 'i-1',
    networkInterfaceId: 'eni-1',
    networkInterfaceOwnerId: undefined,
    serviceManaged: undefined,
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
      when: "a protection names it as EC2's ARNs do",
      along: {
        shield: [subscribed],
        protections: [protecting('arn:aws:ec2:eu-west-1:111122223333:elastic-ip/eipalloc-1')],
      },
      expect: 'pass',
    },
    {
      when: 'the protection is for the same id in another region',
      along: {
        shield: [subscribed],
        protections: [protecting('arn:aws:ec2:us-east-1:111122223333:eip-allocation/eipalloc-1')],
      },
      expect: 'fail',
    },
    {
      when: 'it is not associated',
      given: { associationId: undefined },
      along: { shield: [subscribed] },
      expect: 'not-applicable',
      message: /not associated/,
    },
    {
      when: 'a load balancer owns it',
      given: { serviceManaged: 'alb' },
      along: { shield: [subscribed] },
      expect: 'not-applicable',
      message: /alb/,
    },
  ],
);
