import { fewDays } from '../../src/judgements/metrics/few-days.ts';
import { idleBalancer, idleBalancerFix, idleBalancers } from '../../src/judgements/metrics/idle.ts';
import { loadBalancer } from '../../src/services/elbv2/load-balancer.ts';

/** Whether a sum is smaller than a number; undefined where what is not known of it decides. */
function fewer(parts: readonly (number | undefined)[], least: number): boolean | undefined {
  const known = parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
  return known >= least ? false : parts.includes(undefined) ? undefined : true;
}

export default fewDays(loadBalancer, 'elbv2-load-balancer-not-idle', {
  ...idleBalancer,
  title: 'Load balancers are used',
  settings: {
    ...idleBalancer.settings,
    bytes: {
      type: 'integer',
      default: 1_000_000,
      min: 1,
      describe: 'bytes through a Network or Gateway Load Balancer that make a day one of use',
    },
  },
  also: ['redirects', 'fixedAnswers', 'bytes'],
  day: ({ requests, redirects, fixedAnswers, bytes }, { requests: least, bytes: leastBytes }, { type }) => {
    // What it answers itself is no request of RequestCount: "where the load balancer node was able to choose a target".
    if (type === 'application') return fewer([requests, redirects, fixedAnswers], least);
    // A connection that stays open is new on one day alone. That the bytes of fewer connections than are asked for are not many is this check's own.
    const [few, little] = [fewer([requests], least), fewer([bytes], leastBytes)];
    return few === false || little === false ? false : few === undefined || little === undefined ? undefined : true;
  },
  such: ({ requests, bytes }) => ({
    counts: { requests: requests - 1, redirects: 0, fixedAnswers: 0, bytes: bytes - 1 },
    not: { requests, redirects: 0, fixedAnswers: 0, bytes },
  }),
  what: ({ requests, bytes }, { type }) =>
    type === 'application'
      ? `had fewer than ${requests} requests`
      : `had fewer than ${requests} new connections and ${bytes} bytes`,
  fix: {
    text: idleBalancerFix,
    cli: 'aws elbv2 delete-load-balancer --load-balancer-arn {arn}',
  },
  references: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html',
    idleBalancers,
  ],
  only: { at: 'state', is: 'active', because: 'is not active' },
});
