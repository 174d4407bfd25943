import type { Build } from '../world.ts';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {};

const raised = 'A quota is raised by a request that AWS decides on: there is no command';

export const untried: Readonly<Record<string, string>> = {
  'servicequotas-ec2-elastic-ips-below-80': raised,
  'servicequotas-iam-groups-below-80': raised,
  'servicequotas-iam-instance-profiles-below-80': raised,
  'servicequotas-iam-policies-below-80': raised,
  'servicequotas-iam-roles-below-80': raised,
  'servicequotas-iam-server-certificates-below-80': raised,
  'servicequotas-iam-users-below-80': raised,
  'servicequotas-vpc-vpcs-below-80': raised,
};
