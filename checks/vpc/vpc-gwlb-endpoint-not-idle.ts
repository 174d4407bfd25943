import { fewDays } from '../../src/judgements/metrics/few-days.ts';
import { endpointUnseen, vpcEndpoint } from '../../src/services/ec2/vpc-endpoint.ts';

/** The criteria are Trusted Advisor's. */
export default fewDays(vpcEndpoint, 'vpc-gwlb-endpoint-not-idle', {
  title: 'Gateway Load Balancer endpoints are used',
  settings: {
    days: { type: 'integer', default: 30, min: 1, max: 90, describe: 'days to look back' },
    idleDays: { type: 'integer', default: 30, min: 1, describe: 'days without traffic that are too many' },
  },
  unless: [
    {
      such: { endpointType: 'Gateway' },
      when: ({ name, endpointType }) =>
        endpointType === 'GatewayLoadBalancer' ? undefined : `${name} is no Gateway Load Balancer endpoint`,
    },
    endpointUnseen,
  ],
  risk: 'An endpoint is billed by the hour in each of its zones, whether or not anything goes through it.',
  fix: {
    text: 'Delete the endpoint where nothing needs it. Programs that still use its names then go by the public ones, or nowhere in a VPC without a way out.',
    cli: 'aws ec2 delete-vpc-endpoints --vpc-endpoint-ids {id}',
  },
  references: [
    'https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-cloudwatch-metrics.html',
    'https://docs.aws.amazon.com/awssupport/latest/user/cost-optimization-checks.html',
  ],
  metrics: ['bytes'],
  day: ({ bytes }) => (bytes === undefined ? undefined : bytes === 0),
  such: () => ({ counts: { bytes: 0 }, not: { bytes: 1 } }),
  fewerThan: 'idleDays',
  what: () => 'had no traffic',
  since: 'createdAt',
  only: { at: 'state', is: 'available', because: 'is not available' },
});
