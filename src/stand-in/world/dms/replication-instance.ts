import { answers, here } from '../../answers.ts';
import { arnOf } from '../../facts.ts';

const one = (name: string, PubliclyAccessible: boolean) => ({
  ReplicationInstanceIdentifier: name,
  ReplicationInstanceArn: arnOf('dms', `rep:${name.toUpperCase()}`),
  ReplicationInstanceStatus: 'available',
  PubliclyAccessible,
});

export default answers(
  'database-migration-service',
  { DescribeReplicationInstances: here({ ReplicationInstances: [one('erp-move', true), one('nightly', false)] }) },
  { 'AWS::DMS::ReplicationInstance': 'nightly' },
);
