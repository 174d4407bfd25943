import { lacks } from '../lacks.ts';
import type { Aws, Build } from '../world.ts';

interface Made {
  readonly arn: string;
  readonly group: string;
}

/** A load balancer in two zones, and a target group that it may send to. */
async function balancer(aws: Aws, type: 'application' | 'network'): Promise<Made> {
  const vpc = await aws`ec2 create-vpc --cidr-block 10.0.0.0/16 --query Vpc.VpcId --output text`;
  const one =
    await aws`ec2 create-subnet --vpc-id ${vpc} --availability-zone eu-west-1a --cidr-block 10.0.0.0/24 --query Subnet.SubnetId --output text`;
  const two =
    await aws`ec2 create-subnet --vpc-id ${vpc} --availability-zone eu-west-1b --cidr-block 10.0.1.0/24 --query Subnet.SubnetId --output text`;
  const arn =
    await aws`elbv2 create-load-balancer --name web --type ${type} --subnets ${one} ${two} --query LoadBalancers[0].LoadBalancerArn --output text`;
  const group =
    await aws`elbv2 create-target-group --name web --protocol ${type === 'network' ? 'TCP' : 'HTTP'} --port 80 --vpc-id ${vpc} --query TargetGroups[0].TargetGroupArn --output text`;
  return { arn, group };
}

const certificate = (aws: Aws): Promise<string> =>
  aws`acm request-certificate --domain-name www.example.com --query CertificateArn --output text`;

const withAttribute =
  (type: 'application' | 'network', key: string, value: string): Build =>
  async (aws) => {
    const { arn } = await balancer(aws, type);
    await aws`elbv2 modify-load-balancer-attributes --load-balancer-arn ${arn} --attributes Key=${key},Value=${value}`;
  };

/** The emulator says nothing of logs that were never switched on, nor of those that CloudWatch Logs delivers. */
const unlogged =
  (type: 'application' | 'network'): Build =>
  async (aws, front) => {
    const { arn, group } = await balancer(aws, type);
    front.answer({ service: 'cloudwatch-logs', operation: 'DescribeDeliverySources' }, { deliverySources: [] });
    await aws`s3api create-bucket --bucket access-logs --create-bucket-configuration LocationConstraint=eu-west-1`;
    if (type === 'network')
      await aws`elbv2 create-listener --load-balancer-arn ${arn} --port 443 --protocol TLS --certificates CertificateArn=${await certificate(aws)} --default-actions Type=forward,TargetGroupArn=${group}`;
    await aws`elbv2 modify-load-balancer-attributes --load-balancer-arn ${arn} --attributes Key=access_logs.s3.enabled,Value=false`;
    return { LOG_BUCKET: 'access-logs' };
  };

const plain: Build = async (aws) => {
  const { arn, group } = await balancer(aws, 'application');
  await aws`elbv2 create-listener --load-balancer-arn ${arn} --port 80 --protocol HTTP --default-actions Type=forward,TargetGroupArn=${group}`;
  return { CERTIFICATE_ARN: await certificate(aws) };
};

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {
  'elbv2-alb-access-logging-enabled': unlogged('application'),
  'elbv2-nlb-access-logging-enabled': unlogged('network'),
  'elbv2-alb-listener-https-or-redirect': plain,
  'elbv2-listener-encrypted-protocol': plain,
  'elbv2-listener-ssl-policy-strong': async (aws) => {
    const { arn, group } = await balancer(aws, 'application');
    await aws`elbv2 create-listener --load-balancer-arn ${arn} --port 443 --protocol HTTPS --ssl-policy ELBSecurityPolicy-2016-08 --certificates CertificateArn=${await certificate(aws)} --default-actions Type=forward,TargetGroupArn=${group}`;
  },
  'elbv2-load-balancer-deletion-protection-enabled': withAttribute(
    'application',
    'deletion_protection.enabled',
    'false',
  ),
  'elbv2-alb-drop-invalid-headers-enabled': withAttribute(
    'application',
    'routing.http.drop_invalid_header_fields.enabled',
    'false',
  ),
  'elbv2-alb-desync-mitigation-strict': withAttribute('application', 'routing.http.desync_mitigation_mode', 'monitor'),
  'elbv2-nlb-cross-zone-enabled': withAttribute('network', 'load_balancing.cross_zone.enabled', 'false'),
};

export const untried: Readonly<Record<string, string>> = {
  'elbv2-listener-certificate-not-expiring': 'no command: what takes its place is for a person to say',
  'elbv2-load-balancer-not-idle': 'the emulator has no metrics of what is used',
  'elbv2-nlb-tls-termination-enabled': 'the check never fails: what is passed on may be encrypted',
  'elbv2-alb-waf-attached': lacks('wafv2', 'ListResourcesForWebACL'),
  'elbv2-origin-restricted-to-cloudfront':
    'commands of EC2, which are tried for security groups, around a distribution and a network that the emulator cannot build together',
};
