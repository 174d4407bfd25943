import type * as sdk from '@aws-sdk/client-service-quotas';
import type { Api } from '../../aws/api.ts';
import { resource } from '../../inventory/resource.ts';
import { autoscaling } from '../autoscaling/service.ts';
import { kinesis } from '../kinesis/service.ts';
import { lambda } from '../lambda/service.ts';
import { rds } from '../rds/service.ts';
import { inGib, rdsQuotas } from './counted.ts';
import { servicequotas } from './service.ts';
import { usedQuotas, utilizationCalls } from './utilization.ts';

/** By service code: the quotas that checks look at, by a name of their own, with AWS's code. */
export const quotaCodes = {
  // https://docs.aws.amazon.com/general/latest/gr/vpc-service.html
  vpc: { vpcs: 'L-F678F1CE' },
  // https://docs.aws.amazon.com/general/latest/gr/ec2-service.html
  ec2: { elasticIps: 'L-0263D0A3' },
  // https://docs.aws.amazon.com/ebs/latest/userguide/ebs-resource-quotas.html; storage in TiB, by the type of volumes
  ebs: {
    snapshots: 'L-309BACF6',
    gp2: 'L-D18FCD1D',
    gp3: 'L-7A658B76',
    io1: 'L-FD252861',
    io2: 'L-09BD8365',
    sc1: 'L-17AF77E8',
    st1: 'L-82ACEF56',
    standard: 'L-9CF3C2EB',
    io1Iops: 'L-B3A130E6',
  },
  // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html
  elasticloadbalancing: { application: 'L-53DA6B97', network: 'L-69A177A2', classic: 'L-E9E9831D' },
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
  cloudformation: { stacks: 'L-0485CB21' },
} as const;

const calls = ['ListServiceQuotas', 'ListAWSDefaultServiceQuotas'] as const;
/** Each service's quotas are asked for by themselves. */
const often = { ListServiceQuotas: 'apart', ListAWSDefaultServiceQuotas: 'apart' } as const;

type Codes = typeof quotaCodes;
/** Undefined: Service Quotas says neither which value applies nor which is the default, or that it cannot tell. */
export type QuotasOf<S extends keyof Codes> = { readonly [K in keyof Codes[S]]: number | undefined };

/** What one region lets the account have at most. Quotas always exist, so nothing is listed; a facet is a service's. */
export const regionQuotas = resource(servicequotas, 'AWS::ServiceQuotas::ServiceQuota', {
  calls: [],
  singleton: true,
  async *list({ region }) {
    yield { id: 'quotas', name: region };
  },
  arn: (_item, { partition, region, account }) => `arn:${partition}:servicequotas:${region}:${account}:quotas`,
}).facets((facet) => ({
  vpc: facet({ calls: [...calls], often, read: (api) => read(api, 'vpc') }),
  ec2: facet({ calls: [...calls], often, read: (api) => read(api, 'ec2') }),
  ebs: facet({ calls: [...calls], often, read: (api) => read(api, 'ebs') }),
  elasticloadbalancing: facet({ calls: [...calls], often, read: (api) => read(api, 'elasticloadbalancing') }),
  cloudformation: facet({ calls: [...calls], often, read: (api) => read(api, 'cloudformation') }),
  /** Some services count themselves: what they say of their own quotas as they apply to the account in the region. */
  ofRds: facet.from(rds, {
    calls: ['DescribeAccountAttributes'],
    read: async (api) => rdsQuotas((await api.call('DescribeAccountAttributes')).AccountQuotas ?? []),
  }),
  ofAutoScaling: facet.from(autoscaling, {
    calls: ['DescribeAccountLimits'],
    async read(api) {
      const said = await api.call('DescribeAccountLimits');
      return {
        groups: { used: said.NumberOfAutoScalingGroups, quota: said.MaxNumberOfAutoScalingGroups },
        launchConfigurations: {
          used: said.NumberOfLaunchConfigurations,
          quota: said.MaxNumberOfLaunchConfigurations,
        },
      };
    },
  }),
  ofKinesis: facet.from(kinesis, {
    calls: ['DescribeLimits'],
    async read(api) {
      const { OpenShardCount, ShardLimit } = await api.call('DescribeLimits');
      return { shards: { used: OpenShardCount, quota: ShardLimit } };
    },
  }),
  ofLambda: facet.from(lambda, {
    calls: ['GetAccountSettings'],
    async read(api) {
      const { AccountUsage, AccountLimit } = await api.call('GetAccountSettings');
      return { code: { used: inGib(AccountUsage?.TotalCodeSize), quota: inGib(AccountLimit?.TotalCodeSize) } };
    },
  }),
  /** Of all services together, as far as AWS counts. */
  used: facet({ calls: [...utilizationCalls], read: usedQuotas }),
}));

/**
 * The values that apply to the account. A quota whose applied value is not available is left out of them
 * (https://docs.aws.amazon.com/servicequotas/2019-06-24/apireference/API_ListServiceQuotas.html): then its default applies, and only
 * then the defaults are asked for. Where AWS gives a reason for an error instead, the default need not be what applies.
 */
async function read<S extends keyof Codes>(
  api: Api<typeof import('@aws-sdk/client-service-quotas'), 'ListServiceQuotas' | 'ListAWSDefaultServiceQuotas'>,
  ServiceCode: S,
): Promise<QuotasOf<S>> {
  const wanted = Object.entries<string>(quotaCodes[ServiceCode]);
  const found = new Map<string, number | undefined>();
  const take = ({ QuotaCode, Value, ErrorReason }: sdk.ServiceQuota): void => {
    if (QuotaCode !== undefined && !found.has(QuotaCode))
      found.set(QuotaCode, ErrorReason === undefined ? Value : undefined);
  };
  const input = { ServiceCode, MaxResults: 100 };
  for await (const { Quotas } of api.pages('ListServiceQuotas', input)) Quotas?.forEach(take);
  if (wanted.some(([, code]) => !found.has(code)))
    for await (const { Quotas } of api.pages('ListAWSDefaultServiceQuotas', input)) Quotas?.forEach(take);
  return Object.fromEntries(wanted.map(([name, code]) => [name, found.get(code)])) as QuotasOf<S>;
}
