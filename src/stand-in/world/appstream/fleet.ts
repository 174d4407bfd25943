import { answers, here } from '../../answers.ts';
import { arnOf } from '../../facts.ts';

const fleet = (Name: string) => ({
  Name,
  Arn: arnOf('appstream', `fleet/${Name}`),
  InstanceType: 'stream.standard.medium',
  FleetType: 'ON_DEMAND',
  ComputeCapacityStatus: { Desired: 1, Running: 1, InUse: 0, Available: 1 },
  State: 'RUNNING',
});

export default answers('appstream', {
  DescribeFleets: here({
    Fleets: [
      {
        ...fleet('back-office'),
        EnableDefaultInternetAccess: false,
        MaxUserDurationInSeconds: 28_800,
        DisconnectTimeoutInSeconds: 300,
        IdleDisconnectTimeoutInSeconds: 600,
      },
      {
        ...fleet('trials'),
        EnableDefaultInternetAccess: true,
        MaxUserDurationInSeconds: 57_600,
        DisconnectTimeoutInSeconds: 900,
        IdleDisconnectTimeoutInSeconds: 0,
      },
    ],
  }),
});
