import { DescribeAddressesCommand, EC2Client } from '@aws-sdk/client-ec2';
import { accountIds, type World } from './world.ts';

/**
 * What Service Quotas says, which the emulator does not know, and the pool of each Elastic IP address, which it leaves out: `second`
 * may have as many addresses as it has, and `main` two VPCs a region; all else has AWS's defaults.
 */
export function cannedQuotas(world: World): void {
  const { front } = world;
  front.answer({ service: 'service-quotas', operation: 'ListServiceQuotas' }, ({ account, input }) => {
    const ServiceCode = String(input['ServiceCode']);
    if (ServiceCode === 'vpc')
      return account === accountIds.main
        ? { Quotas: [{ ServiceCode, QuotaCode: 'L-F678F1CE', QuotaName: 'VPCs per Region', Value: 2 }] }
        : { Quotas: [] };
    return {
      Quotas: [
        {
          ServiceCode,
          QuotaCode: 'L-0263D0A3',
          QuotaName: 'EC2-VPC Elastic IPs',
          Value: account === accountIds.second ? 3 : 5,
        },
      ],
    };
  });
  front.answer({ service: 'service-quotas', operation: 'ListAWSDefaultServiceQuotas' }, ({ input }) => ({
    Quotas:
      input['ServiceCode'] === 'vpc'
        ? [{ ServiceCode: 'vpc', QuotaCode: 'L-F678F1CE', QuotaName: 'VPCs per Region', Value: 5 }]
        : [{ ServiceCode: 'ec2', QuotaCode: 'L-0263D0A3', QuotaName: 'EC2-VPC Elastic IPs', Value: 5 }],
  }));
  front.answer({ service: 'ec2', operation: 'DescribeAddresses' }, async ({ account, region }) => {
    const { Addresses = [] } = await new EC2Client(world.behind(account, region)).send(
      new DescribeAddressesCommand({}),
    );
    return { Addresses: Addresses.map((address) => ({ ...address, PublicIpv4Pool: 'amazon' })) };
  });
}
