import type { NaclEntry } from '../../../src/services/ec2/network-acl.ts';
import type { SecurityGroupRule } from '../../../src/services/ec2/security-group.ts';

/** An inbound TCP rule; give the ports and who may come in. */
export const rule = (parts: Partial<SecurityGroupRule>): SecurityGroupRule => ({
  direction: 'ingress',
  protocol: 'tcp',
  cidrs: [],
  ipv6Cidrs: [],
  prefixLists: [],
  groups: [],
  ...parts,
});

/** An inbound TCP rule for one port from every IPv4 address. */
export const openPort = (port: number, parts: Partial<SecurityGroupRule> = {}): SecurityGroupRule =>
  rule({ fromPort: port, toPort: port, cidrs: ['0.0.0.0/0'], ...parts });

/** Everything from everywhere: protocol -1 has no ports. */
export const openAll = rule({ protocol: '-1', cidrs: ['0.0.0.0/0'], ipv6Cidrs: ['::/0'] });

/** A group without rules. */
export const plainGroup = {
  id: 'sg-1',
  name: 'web',
  ownerId: '111122223333',
  vpcId: 'vpc-1',
  rules: [] as SecurityGroupRule[],
  prefixListCidrs: {} as Readonly<Record<string, readonly string[]>>,
};

/** Interfaces that use {@link plainGroup}. */
export const attached = [
  { id: 'eni-1', groupIds: ['sg-1'], instanceId: 'i-1', requester: undefined },
  { id: 'eni-2', groupIds: ['sg-2', 'sg-1'], instanceId: undefined, requester: 'amazon-elb' },
  { id: 'eni-3', groupIds: ['sg-2'], instanceId: undefined, requester: undefined },
];

/** What EC2 adds to each ACL. */
export const lastEntry: NaclEntry = {
  number: 32_767,
  egress: false,
  action: 'deny',
  protocol: '-1',
  cidr: '0.0.0.0/0',
};

/** Entries for IPv4 from anywhere; protocol -1 unless ports are given. */
export const entry = (
  number: number,
  action: 'allow' | 'deny',
  ports?: readonly [number, number],
  parts: Partial<NaclEntry> = {},
): NaclEntry => ({
  number,
  egress: false,
  action,
  cidr: '0.0.0.0/0',
  ...(ports === undefined ? { protocol: '-1' } : { protocol: '6', fromPort: ports[0], toPort: ports[1] }),
  ...parts,
});

/** The ACL that a VPC comes with, used by one subnet. */
export const defaultAcl = {
  id: 'acl-1',
  ownerId: '111122223333',
  vpcId: 'vpc-1',
  isDefault: true,
  subnetIds: ['subnet-1'],
  entries: [entry(100, 'allow'), lastEntry],
};
