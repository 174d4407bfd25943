import { group, letsIn, openNetwork } from '../../helpers/open-network.ts';

const network = { subnets: ['subnet-1', 'subnet-2'], securityGroups: ['sg-1'] };
export const publicIp = (assigned: string | undefined): object => ({ publicIp: { assigned } });
export const arn = (rest: string): string => `arn:aws:ecs:eu-west-1:111122223333:${rest}`;
export const base = { publicIp: { assigned: 'DISABLED' as const }, network };
export const open = openNetwork(8080);

// What lies between the internet and an address: see the table of rds-instance-not-public.
export const shared = [
  { when: 'tasks have no public addresses', given: {}, along: open, expect: 'pass' as const },
  { when: 'they are in another network mode', given: { publicIp: undefined }, along: open, expect: 'pass' as const },
  { when: 'AWS does not say', given: publicIp(undefined), along: open, expect: 'unknown' as const },
  { when: 'it says what is not known', given: publicIp('SOMETIMES'), along: open, expect: 'unknown' as const },
  {
    when: 'the internet reaches them',
    given: publicIp('ENABLED'),
    along: open,
    expect: 'fail' as const,
    message: /gives its tasks public addresses; expected private ones; the internet reaches it on tcp 8080: sg-1/,
  },
  {
    when: 'nothing is let in',
    given: publicIp('ENABLED'),
    along: { ...open, securityGroups: [group('sg-1', letsIn(8080, '198.51.100.0/24'))] },
    expect: 'fail' as const,
    message: /nothing lets the internet in today/,
  },
  {
    when: 'they have the default group of the VPC, which lets in',
    given: { ...publicIp('ENABLED'), network: { ...network, securityGroups: [] } },
    along: { ...open, securityGroups: [{ ...group('sg-9', letsIn(8080, '0.0.0.0/0')), name: 'default' }] },
    expect: 'fail' as const,
    message: /the internet reaches it on tcp 8080: sg-9/,
  },
  {
    when: 'they have the default group of the VPC, which lets nobody in',
    given: { ...publicIp('ENABLED'), network: { ...network, securityGroups: undefined } },
    along: {
      ...open,
      securityGroups: [group('sg-1', letsIn(8080, '0.0.0.0/0')), { ...group('sg-9'), name: 'default' }],
    },
    expect: 'fail' as const,
    message: /nothing lets the internet in today/,
  },
  {
    when: 'the default group of the VPC is not listed',
    given: { ...publicIp('ENABLED'), network: { ...network, securityGroups: undefined } },
    along: open,
    expect: 'fail' as const,
    message: /was not read: the default security group of vpc-1 is not visible/,
  },
  {
    when: 'a snapshot of an earlier version does not say where they are',
    given: { ...publicIp('ENABLED'), network: undefined },
    along: open,
    expect: 'fail' as const,
    message: /was not read: AWS does not say in which subnets it is/,
  },
];
