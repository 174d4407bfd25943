import type { DBInstance } from '@aws-sdk/client-rds';

/** Where an instance is in the network, kept alike of every engine. */
export const placement = {
  port: ({ Endpoint }: DBInstance) => Endpoint?.Port,
  vpcId: ({ DBSubnetGroup }: DBInstance) => DBSubnetGroup?.VpcId,
  subnetIds: ({ DBSubnetGroup }: DBInstance) =>
    DBSubnetGroup?.Subnets?.flatMap(({ SubnetIdentifier: id }) => (id === undefined ? [] : [id])),
  groupIds: ({ VpcSecurityGroups }: DBInstance) =>
    VpcSecurityGroups?.flatMap(({ VpcSecurityGroupId: id }) => (id === undefined ? [] : [id])),
} as const;
