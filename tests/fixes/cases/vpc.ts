import { lacks } from '../lacks.ts';
import type { Aws, Build } from '../world.ts';
import { region } from '../world.ts';

const vpc = (aws: Aws): Promise<string> => aws`ec2 describe-vpcs --query Vpcs[0].VpcId --output text`;

/** An endpoint for S3 that lets everybody through. */
const open: Build = async (aws) => {
  const policy = { Version: '2012-10-17', Statement: { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' } };
  await aws`ec2 create-vpc-endpoint --vpc-id ${await vpc(aws)} --service-name ${`com.amazonaws.${region}.s3`} --policy-document ${policy}`;
};

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {
  'vpc-ec2-endpoint-exists': async (aws) => ({
    SUBNET_ID: await aws`ec2 describe-subnets --query Subnets[0].SubnetId --output text`,
    GROUP_ID: await aws`ec2 describe-security-groups --query SecurityGroups[0].GroupId --output text`,
  }),
  'vpc-s3-gateway-endpoint-exists': async (aws) => ({
    ROUTE_TABLE_ID: await aws`ec2 describe-route-tables --query RouteTables[0].RouteTableId --output text`,
  }),
  'vpc-flow-logs-enabled': async (aws) => {
    await aws`s3api create-bucket --bucket flows --create-bucket-configuration ${`LocationConstraint=${region}`}`;
    return { BUCKET_ARN: 'arn:aws:s3:::flows' };
  },
  // The emulator's first subnets are those of the default VPC, which give public addresses.
  'vpc-subnet-no-auto-public-ip': async () => {},
  'vpc-endpoint-policy-not-public': open,
  'vpc-endpoint-policy-trusted-principals': open,
  'vpc-endpoint-service-trusted-principals': async (aws) => {
    const subnet = await aws`ec2 describe-subnets --query Subnets[0].SubnetId --output text`;
    const balancer =
      await aws`elbv2 create-load-balancer --name net --type network --subnets ${subnet} --query LoadBalancers[0].LoadBalancerArn --output text`;
    const id =
      await aws`ec2 create-vpc-endpoint-service-configuration --network-load-balancer-arns ${balancer} --query ServiceConfiguration.ServiceId --output text`;
    await aws`ec2 modify-vpc-endpoint-service-permissions --service-id ${id} --add-allowed-principals * arn:aws:iam::999900001111:root`;
  },
};

const tunnels = lacks('ec2', 'ModifyVpnTunnelOptions');

/** Why what a check asks for is no command. */
const unmeasured = 'the emulator has no metrics of what is used';

export const untried: Readonly<Record<string, string>> = {
  'vpc-block-public-access-enabled': lacks('ec2', 'ModifyVpcBlockPublicAccessOptions'),
  'vpc-interface-endpoint-not-idle': unmeasured,
  'vpc-gwlb-endpoint-not-idle': unmeasured,
  'vpc-account-encryption-control-enforced': lacks('ec2', 'DescribeAccountVpcEncryptionControl'),
  'vpc-peering-routes-least-privilege': 'no command: which parts of the peer are needed is for a person to say',
  'vpc-vpn-connection-ikev2-only': tunnels,
  'vpc-vpn-connection-ipsec-algorithms-strong': tunnels,
  'vpc-vpn-connection-logging-enabled': tunnels,
  'vpc-vpn-tunnels-up': 'no command: the other end of the tunnel is outside AWS',
};
