const days = (least: number, unit: string) =>
  ({
    days: { type: 'integer', default: least, min: 1, max: 90, describe: 'days to look back' },
    idleDays: { type: 'integer', default: least, min: 1, describe: `days ${unit} that are too many` },
  }) as const;

const criteria = 'https://docs.aws.amazon.com/awssupport/latest/user/cost-optimization-checks.html';

/** What checks of idle endpoints of a VPC say alike, whatever the type of endpoint: the criteria are Trusted Advisor's. */
export const idleEndpoint = {
  settings: days(30, 'without traffic'),
  risk: 'An endpoint is billed by the hour in each of its zones, whether or not anything goes through it.',
  fix: {
    text: 'Delete the endpoint where nothing needs it. Programs that still use its names then go by the public ones, or nowhere in a VPC without a way out.',
    cli: 'aws ec2 delete-vpc-endpoints --vpc-endpoint-ids {id}',
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-cloudwatch-metrics.html', criteria],
  metrics: ['bytes'],
  day: ({ bytes }: { readonly bytes: number | undefined }) => (bytes === undefined ? undefined : bytes === 0),
  such: () => ({ counts: { bytes: 0 }, not: { bytes: 1 } }),
  fewerThan: 'idleDays',
  what: () => 'had no traffic',
  since: 'createdAt',
  only: { at: 'state', is: 'available', because: 'is not available' },
} as const;

/** What checks of idle load balancers say alike, whatever their kind: the criteria are Trusted Advisor's. */
export const idleBalancer = {
  settings: {
    ...days(7, 'of low use'),
    requests: { type: 'integer', default: 100, min: 1, describe: 'requests or connections that make a day one of use' },
  },
  risk: 'A load balancer that nobody uses is billed by the hour, and is one more way in.',
  metrics: ['requests'],
  day: ({ requests }: { readonly requests: number | undefined }, { requests: least }: { readonly requests: number }) =>
    requests === undefined ? undefined : requests < least,
  such: ({ requests }: { readonly requests: number }) => ({ counts: { requests: requests - 1 }, not: { requests } }),
  fewerThan: 'idleDays',
  what: ({ requests }: { readonly requests: number }) => `had fewer than ${requests} requests or connections`,
  since: 'createdAt',
} as const;

/** What to do about an idle load balancer. */
export const idleBalancerFix =
  'Find out who still uses its name: DNS records, allow lists, programs. Where nobody does, delete it; it cannot be had back under the same name.';

/** Where Trusted Advisor says when a load balancer is idle. */
export const idleBalancers = `${criteria}#idle-load-balancers`;
