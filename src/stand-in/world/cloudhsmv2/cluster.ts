import { answers, here } from '../../answers.ts';
import { daysAgo, plantedSecret } from '../../facts.ts';

const hsm = (ClusterId: string, HsmId: string, AvailabilityZone: string): object => ({
  HsmId,
  ClusterId,
  AvailabilityZone,
  State: 'ACTIVE',
});

/** One as it should be, and one of the old type in one zone, without FIPS mode, degraded and never backed up. */
export default answers('cloudhsm-v2', {
  DescribeClusters: here({
    Clusters: [
      {
        ClusterId: 'cluster-payments1',
        State: 'ACTIVE',
        HsmType: 'hsm2m.medium',
        Mode: 'FIPS',
        SecurityGroup: 'sg-a1',
        BackupRetentionPolicy: { Type: 'DAYS', Value: '90' },
        Hsms: [
          hsm('cluster-payments1', 'hsm-aaaaaaaaaaa', 'us-east-1a'),
          hsm('cluster-payments1', 'hsm-bbbbbbbbbbb', 'us-east-1b'),
        ],
      },
      {
        ClusterId: 'cluster-trial0001',
        State: 'DEGRADED',
        HsmType: 'hsm1.medium',
        Mode: 'NON_FIPS',
        SecurityGroup: 'sg-a2',
        PreCoPassword: plantedSecret,
        BackupRetentionPolicy: { Type: 'DAYS', Value: '7' },
        Hsms: [hsm('cluster-trial0001', 'hsm-ccccccccccc', 'us-east-1a')],
      },
    ].map((one) => ({ ...one, CreateTimestamp: daysAgo(400), BackupPolicy: 'DEFAULT', VpcId: 'vpc-a1' })),
  }),
});
