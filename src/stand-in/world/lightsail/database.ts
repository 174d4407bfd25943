import { answers, here } from '../../answers.ts';
import { arnOf, daysAgo } from '../../facts.ts';

const one = (name: string, publiclyAccessible: boolean) => ({
  name,
  arn: arnOf('lightsail', `RelationalDatabase/${name}`),
  createdAt: daysAgo(500),
  publiclyAccessible,
});

export default answers(
  'lightsail',
  { GetRelationalDatabases: here({ relationalDatabases: [one('blog-data', true), one('shop-data', false)] }) },
  { 'AWS::Lightsail::Database': 'shop-data' },
);
