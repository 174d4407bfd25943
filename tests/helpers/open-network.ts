import type { NaclEntry } from '../../src/services/ec2/network-acl.ts';
import type { SecurityGroupRule } from '../../src/services/ec2/security-group.ts';

const owner = { ownerId: '111122223333', vpcId: 'vpc-1' };

/** A rule of TCP. */
export const letsIn = (port: number, cidr: string): SecurityGroupRule => ({
  direction: 'ingress',
  protocol: 'tcp',
  fromPort: port,
  toPort: port,
  cidrs: cidr.includes(':') ? [] : [cidr],
  ipv6Cidrs: cidr.includes(':') ? [cidr] : [],
  prefixLists: [],
  groups: [],
});
export const group = (id: string, ...rules: SecurityGroupRule[]) => ({ id, ...owner, rules, prefixListCidrs: {} });

export const table = (id: string, subnetId: string, gatewayId: string | undefined, main = false) => ({
  id,
  ...owner,
  main,
  subnetIds: [subnetId],
  edgeGatewayIds: [],
  routes: [
    {
      destination: '0.0.0.0/0',
      gatewayId,
      state: 'active' as const,
      applianceId: undefined,
      prefixListId: undefined,
      peeringId: undefined,
    },
  ],
});

export const subnet = (id: string, inboundBlock: 'off' | 'block-ingress' = 'off') => ({
  id,
  ...owner,
  cidrs: ['10.0.0.0/24'],
  internetGatewayBlockMode: undefined,
  assignsPublicIp: undefined as boolean | undefined,
  inboundBlock,
});

const entry = (number: number, action: 'allow' | 'deny', egress: boolean): NaclEntry => ({
  number,
  action,
  egress,
  protocol: '-1',
  cidr: '0.0.0.0/0',
});
export const acl = (subnetIds: string[], inward: 'allow' | 'deny' = 'allow') => ({
  id: 'acl-1',
  ...owner,
  isDefault: true,
  subnetIds,
  entries: [entry(100, inward, false), entry(100, 'allow', true)],
});

/** Two subnets that lead to the internet, with an ACL and a group that let everybody in to a port. */
export const openNetwork = (port: number) => ({
  subnets: [subnet('subnet-1'), subnet('subnet-2')],
  routeTables: [table('rtb-1', 'subnet-1', 'igw-1'), table('rtb-2', 'subnet-2', 'igw-1')],
  acls: [acl(['subnet-1', 'subnet-2'])],
  securityGroups: [group('sg-1', letsIn(port, '0.0.0.0/0'))],
  prefixLists: [group('sg-1')],
});
