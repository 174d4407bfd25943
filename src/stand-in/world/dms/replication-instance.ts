import { answers, here } from '../../answers.ts';
import { arnOf, idIn, keyArn, mainRegion } from '../../facts.ts';

const one = (name: string, PubliclyAccessible: boolean) => ({
  ReplicationInstanceIdentifier: name,
  ReplicationInstanceArn: arnOf('dms', `rep:${name.toUpperCase()}`),
  ReplicationInstanceStatus: 'available',
  PubliclyAccessible,
  AutoMinorVersionUpgrade: !PubliclyAccessible,
  MultiAZ: !PubliclyAccessible,
  KmsKeyId: PubliclyAccessible ? undefined : keyArn,
  VpcSecurityGroups: [{ VpcSecurityGroupId: idIn(mainRegion, 'sg', 2), Status: 'active' }],
  ReplicationSubnetGroup: {
    ReplicationSubnetGroupIdentifier: 'moves',
    VpcId: idIn(mainRegion, 'vpc'),
    Subnets: [{ SubnetIdentifier: idIn(mainRegion, 'subnet') }],
  },
});

export default answers(
  'database-migration-service',
  { DescribeReplicationInstances: here({ ReplicationInstances: [one('erp-move', true), one('nightly', false)] }) },
  { 'AWS::DMS::ReplicationInstance': 'nightly' },
);
