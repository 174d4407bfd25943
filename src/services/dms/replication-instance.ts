import { listed } from '../../inventory/listed.ts';
import { dms } from './service.ts';

export const replicationInstance = listed(dms, 'AWS::DMS::ReplicationInstance', 'DescribeReplicationInstances', {
  at: 'ReplicationInstances',
  input: { MaxRecords: 100 },
  narrows: { Filters: 'unless given' },
  references: ['https://docs.aws.amazon.com/dms/latest/APIReference/API_ReplicationInstance.html'],
  id: ({ ReplicationInstanceIdentifier }) => ReplicationInstanceIdentifier,
  keep: {
    arn: 'ReplicationInstanceArn',
    publiclyAccessible: 'PubliclyAccessible',
    minorUpgrades: 'AutoMinorVersionUpgrade',
    multiAz: 'MultiAZ',
    /** Always, with the AWS managed key where none is named. */
    encryption: () => 'KMS' as const,
    keyId: 'KmsKeyId',
    vpcId: ({ ReplicationSubnetGroup }) => ReplicationSubnetGroup?.VpcId,
    subnetIds: ({ ReplicationSubnetGroup }) =>
      ReplicationSubnetGroup?.Subnets?.flatMap(({ SubnetIdentifier: id }) => (id === undefined ? [] : [id])),
    groupIds: ({ VpcSecurityGroups }) =>
      VpcSecurityGroups?.flatMap(({ VpcSecurityGroupId: id }) => (id === undefined ? [] : [id])),
  },
});

export const replicationEncryption = {
  at: 'encryption',
  is: { KMS: 'kms' },
  unsaid: undefined,
  key: 'keyId',
  what: 'its storage',
} as const;
