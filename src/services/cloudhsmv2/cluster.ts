import { listed } from '../../inventory/listed.ts';
import { cloudhsmv2 } from './service.ts';

/** A cluster of hardware security modules (HSMs). What its first password is, which the list tells, is not kept. */
export const hsmCluster = listed(cloudhsmv2, 'AWS::CloudHSM::Cluster', 'DescribeClusters', {
  at: 'Clusters',
  input: { MaxResults: 25 },
  narrows: { Filters: 'unless given' },
  references: ['https://docs.aws.amazon.com/cloudhsm/latest/userguide/clusters.html'],
  id: ({ ClusterId, State }) => (State === 'DELETED' ? undefined : ClusterId),
  keep: {
    state: 'State',
    createdAt: 'CreateTimestamp',
    hsmType: 'HsmType',
    /** `hsm1` of `hsm1.medium`. */
    hsmGeneration: ({ HsmType }) => HsmType?.split('.')[0],
    /** `FIPS`, or `NON_FIPS`: also with keys and algorithms that are not validated. */
    mode: 'Mode',
    securityGroup: 'SecurityGroup',
    hsmCount: ({ Hsms }) => Hsms?.filter(({ State }) => State !== 'DELETED' && State !== 'DELETE_IN_PROGRESS').length,
    /** Zones that active HSMs are in, by `Hsms`: the subnets only say where there could be some. Undefined where one is not said. */
    zoneCount: ({ Hsms }) => {
      const zones = Hsms?.filter(({ State }) => State === 'ACTIVE').map(({ AvailabilityZone }) => AvailabilityZone);
      return zones === undefined || zones.includes(undefined) ? undefined : new Set(zones).size;
    },
    /** Days for which backups are kept. */
    retentionDays: ({ BackupRetentionPolicy: policy }) =>
      policy?.Type === 'DAYS' && /^\d+$/.test(policy.Value ?? '') ? Number(policy.Value) : undefined,
  },
  arn: ({ id }, { partition, region, account }) => `arn:${partition}:cloudhsm:${region}:${account}:cluster/${id}`,
});

/** Guard of checks: nothing is asked of a cluster that is going. */
export const leaving = { at: 'state', is: ['DELETE_IN_PROGRESS'], because: '{label} is being deleted' } as const;
