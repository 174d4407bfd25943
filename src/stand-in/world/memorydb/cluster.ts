import { answers, here } from '../../answers.ts';
import { arnOf, keyArn } from '../../facts.ts';

const cluster = (name: string, good: boolean) => ({
  Name: name,
  ARN: arnOf('memorydb', `cluster/${name}`),
  Status: 'available',
  ACLName: good ? 'shop' : 'open-access',
  TLSEnabled: good,
  AvailabilityMode: good ? 'multiaz' : 'singleaz',
  AutoMinorVersionUpgrade: good,
  SnapshotRetentionLimit: good ? 14 : 0,
  ...(good ? { KmsKeyId: keyArn } : {}),
});
const user = (name: string, Type: string, access: string) => ({
  Name: name,
  Status: 'active',
  AccessString: access,
  ARN: arnOf('memorydb', `user/${name}`),
  Authentication: { Type },
});

/** One whose users have passwords, and one that everybody may enter. */
export default answers(
  'memorydb',
  {
    DescribeClusters: here({ Clusters: [cluster('sessions', true), cluster('scores', false)] }),
    DescribeACLs: here({
      ACLs: [
        { Name: 'open-access', Status: 'active', UserNames: ['default'], ARN: arnOf('memorydb', 'acl/open-access') },
        { Name: 'shop', Status: 'active', UserNames: ['shop'], ARN: arnOf('memorydb', 'acl/shop') },
      ],
    }),
    DescribeUsers: here({
      Users: [
        user('default', 'no-password', 'on ~* &* +@all'),
        user('shop', 'password', 'on ~session:* +@read +@write'),
      ],
    }),
  },
  { 'AWS::MemoryDB::Cluster': 'sessions' },
);
