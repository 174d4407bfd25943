import { answers, here } from '../../answers.ts';
import { arnOf, daysAgo } from '../../facts.ts';

const port = (n: number, open: boolean) => ({
  fromPort: n,
  toPort: n,
  protocol: 'tcp',
  accessDirection: 'inbound',
  cidrs: open ? ['0.0.0.0/0'] : ['198.51.100.7/32'],
  ipv6Cidrs: open ? ['::/0'] : [],
});
const one = (name: string, good: boolean) => ({
  name,
  arn: arnOf('lightsail', `Instance/${name}`),
  createdAt: daysAgo(500),
  blueprintId: 'wordpress',
  ipAddressType: good ? 'ipv4' : 'dualstack',
  addOns: [{ name: 'AutoSnapshot', status: good ? 'Enabled' : 'Disabled' }],
  networking: { ports: [port(22, !good), port(443, true), port(3389, !good)] },
});

export default answers(
  'lightsail',
  { GetInstances: here({ instances: [one('blog', false), one('shop-front', true)] }) },
  { 'AWS::Lightsail::Instance': 'shop-front' },
);
