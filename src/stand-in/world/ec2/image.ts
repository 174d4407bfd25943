import { answers } from '../../answers.ts';
import { account, daysAgo, idIn } from '../../facts.ts';

/** The first one is public, and old. */
export default answers(
  'ec2',
  {
    DescribeImages: ({ region }) => ({
      Images: [1, 2].map((n) => ({
        ImageId: idIn(region, 'ami', n),
        OwnerId: account,
        Name: `web-${n}`,
        Public: n === 1,
        State: 'available',
        CreationDate: daysAgo(n === 1 ? 900 : 20).toISOString(),
      })),
    }),
  },
  { 'AWS::EC2::Image': 'ami-a2' },
);
