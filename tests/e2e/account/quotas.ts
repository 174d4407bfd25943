import { DescribeAddressesCommand, EC2Client } from '@aws-sdk/client-ec2';
import { quotasOf } from '../../../src/stand-in/quotas.ts';
import { accountIds, type World } from './world.ts';

/**
 * What Service Quotas says, which the emulator does not know, and the pool of each Elastic IP address, which it leaves out: `second`
 * may have as many addresses as it has, and `main` of all else as much as there is in its first region.
 */
export function cannedQuotas(world: World): void {
  const { front } = world;
  const applied = {
    main: {
      vpc: { vpcs: 2 },
      ebs: { snapshots: 2, gp2: 1, gp3: 1, io1: 1, io2: 1, sc1: 1, st1: 1, standard: 1, io1Iops: 3000 },
      cloudformation: { stacks: 2 },
    },
    second: { ec2: { elasticIps: 3 }, elasticloadbalancing: { application: 3, network: 1, classic: 2 } },
  };
  front.answer({ service: 'service-quotas', operation: 'ListServiceQuotas' }, ({ account, input }) => {
    const name = account === accountIds.main ? 'main' : account === accountIds.second ? 'second' : undefined;
    return name === undefined ? { Quotas: [] } : quotasOf(input['ServiceCode'], applied[name]);
  });
  front.answer({ service: 'service-quotas', operation: 'ListAWSDefaultServiceQuotas' }, ({ input }) =>
    quotasOf(input['ServiceCode']),
  );
  counted(world);
  // A report that is not there yet when it is asked for.
  front.answer({ service: 'service-quotas', operation: 'StartQuotaUtilizationReport' }, ({ account, region }) => ({
    ReportId: `${account}-${region}`,
    Status: 'PENDING',
  }));
  const asked = new Set<unknown>();
  front.answer({ service: 'service-quotas', operation: 'GetQuotaUtilizationReport' }, ({ account, region, input }) => {
    const { ReportId } = input;
    if (!asked.has(ReportId)) {
      asked.add(ReportId);
      return { ReportId, Status: 'IN_PROGRESS' };
    }
    const Utilization = account === accountIds.main && region === 'eu-west-1' ? 100 : 12.5;
    return {
      ReportId,
      Status: 'COMPLETED',
      Quotas: [{ ServiceCode: 'lambda', QuotaCode: 'L-B99A9384', QuotaName: 'Concurrent executions', Utilization }],
    };
  });
  front.answer({ service: 'ec2', operation: 'DescribeAddresses' }, async ({ account, region }) => {
    const { Addresses = [] } = await new EC2Client(world.behind(account, region)).send(
      new DescribeAddressesCommand({}),
    );
    return { Addresses: Addresses.map((address) => ({ ...address, PublicIpv4Pool: 'amazon' })) };
  });
}

/** What services count themselves, which the emulator does not: all is used in `main`'s first region, and little elsewhere. */
function counted({ front }: World): void {
  const used = (place: { readonly account: string | undefined; readonly region: string | undefined }): number =>
    place.account === accountIds.main && place.region === 'eu-west-1' ? 40 : 2;
  front.answer({ service: 'rds', operation: 'DescribeAccountAttributes' }, (request) => ({
    AccountQuotas: [
      'AllocatedStorage',
      'DBClusterParameterGroups',
      'DBClusterRoles',
      'DBClusters',
      'DBInstances',
      'DBParameterGroups',
      'DBSubnetGroups',
      'EventSubscriptions',
      'ManualSnapshots',
      'OptionGroups',
      'ReadReplicasPerMaster',
      'ReservedDBInstances',
      'SubnetsPerDBSubnetGroup',
    ].map((AccountQuotaName) => ({ AccountQuotaName, Used: used(request), Max: 40 })),
  }));
  front.answer({ service: 'auto-scaling', operation: 'DescribeAccountLimits' }, (request) => ({
    MaxNumberOfAutoScalingGroups: 40,
    MaxNumberOfLaunchConfigurations: 40,
    NumberOfAutoScalingGroups: used(request),
    NumberOfLaunchConfigurations: used(request),
  }));
  front.answer({ service: 'kinesis', operation: 'DescribeLimits' }, (request) => ({
    ShardLimit: 40,
    OpenShardCount: used(request),
    OnDemandStreamCount: 0,
    OnDemandStreamCountLimit: 50,
  }));
  front.answer({ service: 'lambda', operation: 'GetAccountSettings' }, (request) => ({
    AccountLimit: { TotalCodeSize: 40 },
    AccountUsage: { TotalCodeSize: used(request) },
  }));
  front.answer({ service: 'route-53', operation: 'GetAccountLimit' }, ({ account, input }) => ({
    Limit: { Type: input['Type'], Value: 40 },
    Count: account === accountIds.second ? 40 : 2,
  }));
}
