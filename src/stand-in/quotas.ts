import { quotaCodes } from '../services/servicequotas/quotas.ts';

type Values = { readonly [S in keyof typeof quotaCodes]?: { readonly [Q in keyof (typeof quotaCodes)[S]]?: number } };

/** AWS's defaults. */
const defaults: Required<Values> = {
  vpc: { vpcs: 5 },
  ec2: { elasticIps: 5 },
  ebs: { snapshots: 100_000, gp2: 50, gp3: 50, io1: 50, io2: 20, sc1: 50, st1: 50, standard: 50, io1Iops: 300_000 },
  elasticloadbalancing: { application: 50, network: 50, classic: 20 },
  cloudformation: { stacks: 2000 },
};

/** What Service Quotas says of a service's quotas that are read: some values, or AWS's defaults of all. */
export function quotasOf(ServiceCode: unknown, values: Values = defaults): { readonly Quotas: readonly object[] } {
  const service = ServiceCode as keyof Values;
  return {
    Quotas: Object.entries(values[service] ?? {}).map(([QuotaName, Value]) => ({
      ServiceCode,
      QuotaCode: (quotaCodes[service] as Readonly<Record<string, string>>)[QuotaName],
      QuotaName,
      Value,
    })),
  };
}
