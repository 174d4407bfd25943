import { answers, here } from '../../answers.ts';
import { arnOf } from '../../facts.ts';

/** The one that every account has, one that signs in by IAM, and one that anybody may be. */
export default answers('elasticache', {
  DescribeUsers: here({
    Users: [
      { UserId: 'default', UserName: 'default', AccessString: 'on ~* +@all', Authentication: { Type: 'no-password' } },
      {
        UserId: 'shop',
        UserName: 'shop',
        AccessString: 'on ~session:* -@all +@read +@write',
        Authentication: { Type: 'iam' },
        UserGroupIds: ['shop'],
      },
      {
        UserId: 'anybody',
        UserName: 'anybody',
        AccessString: 'on ~* +@all',
        Authentication: { Type: 'no-password' },
        UserGroupIds: ['shop'],
      },
    ].map((one) => ({ ...one, ARN: arnOf('elasticache', `user:${one.UserId}`), Status: 'active', Engine: 'valkey' })),
  }),
});
