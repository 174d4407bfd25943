import { answers, here } from '../../answers.ts';
import { arnOf, daysAgo } from '../../facts.ts';

const one = (name: string, getObject: string) => ({
  name,
  arn: arnOf('lightsail', `Bucket/${name}`),
  createdAt: daysAgo(500),
  accessRules: { getObject, allowPublicOverrides: false },
});

export default answers(
  'lightsail',
  { GetBuckets: here({ buckets: [one('blog-files', 'public'), one('shop-files', 'private')] }) },
  { 'AWS::Lightsail::Bucket': 'shop-files' },
);
