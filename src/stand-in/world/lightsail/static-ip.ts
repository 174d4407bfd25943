import { answers, here } from '../../answers.ts';
import { arnOf, daysAgo } from '../../facts.ts';

const one = (name: string, attachedTo?: string) => ({
  name,
  arn: arnOf('lightsail', `StaticIp/${name}`),
  createdAt: daysAgo(500),
  ipAddress: '198.51.100.9',
  attachedTo,
  isAttached: attachedTo !== undefined,
});

export default answers(
  'lightsail',
  { GetStaticIps: here({ staticIps: [one('spare'), one('front', 'shop-front')] }) },
  { 'AWS::Lightsail::StaticIp': 'front' },
);
