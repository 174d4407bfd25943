/** What a service itself says of one of its quotas. Undefined: it does not say. */
export interface Counted {
  readonly used: number | undefined;
  readonly quota: number | undefined;
}

/**
 * By a name of their own, what RDS calls those of its quotas that checks look at
 * (https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_AccountQuota.html).
 */
const rdsNames = {
  storage: 'AllocatedStorage',
  clusterParameterGroups: 'DBClusterParameterGroups',
  clusterRoles: 'DBClusterRoles',
  clusters: 'DBClusters',
  instances: 'DBInstances',
  parameterGroups: 'DBParameterGroups',
  subnetGroups: 'DBSubnetGroups',
  eventSubscriptions: 'EventSubscriptions',
  manualSnapshots: 'ManualSnapshots',
  optionGroups: 'OptionGroups',
  readReplicas: 'ReadReplicasPerMaster',
  reservedInstances: 'ReservedDBInstances',
  subnetsOfGroup: 'SubnetsPerDBSubnetGroup',
} as const;

type RdsQuotas = Readonly<Record<keyof typeof rdsNames, Counted>>;

export function rdsQuotas(
  quotas: readonly {
    readonly AccountQuotaName?: string | undefined;
    readonly Used?: number | undefined;
    readonly Max?: number | undefined;
  }[],
): RdsQuotas {
  const byName = new Map(quotas.map((one) => [one.AccountQuotaName, one]));
  return Object.fromEntries(
    Object.entries(rdsNames).map(([name, theirs]) => {
      const { Used: used, Max: quota } = byName.get(theirs) ?? {};
      return [name, { used, quota }];
    }),
  ) as RdsQuotas;
}

/** Bytes, in the unit in which AWS tells the quota. */
export const inGib = (bytes: number | undefined): number | undefined =>
  bytes === undefined ? undefined : bytes / 1024 ** 3;
