import check from '../../../checks/elbv2/elbv2-load-balancer-not-idle.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const days = (value: number, from = 25) => ({
  from: '2026-05-25',
  until: '2026-06-01',
  values: Object.fromEntries(Array.from({ length: 32 - from }, (_, at) => [`2026-05-${from + at}`, value])),
});
const idle = days(0);
const balancer = (type: string) => ({
  id: `arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/${type}/shop/1`,
  arn: `arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/${type}/shop/1`,
  name: 'shop',
  type,
  state: 'active',
  createdAt: '2020-01-01T00:00:00.000Z',
  requests: idle,
});
const network = { ...balancer('network'), redirects: undefined, fixedAnswers: undefined, bytes: idle };

checkSuite(check, { ...balancer('application'), redirects: idle, fixedAnswers: idle, bytes: undefined } as never, [
  { when: 'nobody asks it', expect: 'fail', message: /fewer than 100 requests on 7/ },
  { when: 'it redirects, and sends nothing on', given: { redirects: days(150) }, expect: 'pass' },
  { when: 'it answers itself and sends on', given: { requests: days(60), fixedAnswers: days(60) }, expect: 'pass' },
  { when: 'what it redirected is not known', given: { redirects: { ...idle, values: {} } }, expect: 'unknown' },
  {
    when: 'nobody connects through it',
    given: network as never,
    expect: 'fail',
    message: /new connections and 1000000 bytes/,
  },
  { when: 'connections stay open', given: { ...network, bytes: days(5_000_000) } as never, expect: 'pass' },
  {
    when: 'the bytes are not known',
    given: { ...network, bytes: { ...idle, values: {} } } as never,
    expect: 'unknown',
  },
  { when: 'its kind is not known', given: { type: 'mesh', requests: undefined } as never, expect: 'unknown' },
]);
