import type { Aws, Build } from '../world.ts';

const balancer = (aws: Aws, listeners: string): Promise<string> =>
  aws`elb create-load-balancer --load-balancer-name erp --listeners ${listeners} --availability-zones eu-west-1a`;
const plain = 'Protocol=HTTP,LoadBalancerPort=80,InstanceProtocol=HTTP,InstancePort=8080';

const withAttributes =
  (attributes: string): Build =>
  async (aws) => {
    await balancer(aws, plain);
    await aws`elb modify-load-balancer-attributes --load-balancer-name erp --load-balancer-attributes ${attributes}`;
  };

const certificate = (aws: Aws): Promise<string> =>
  aws`acm request-certificate --domain-name erp.example.com --query CertificateArn --output text`;

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {
  'elb-listener-https-or-ssl-only': async (aws, front) => {
    await balancer(aws, plain);
    // The emulator keeps no more of a policy of AWS than its name.
    front.answer(
      { service: 'elastic-load-balancing', operation: 'DescribeLoadBalancerPolicies' },
      {
        PolicyDescriptions: [
          {
            PolicyName: 'tls-1-2',
            PolicyTypeName: 'SSLNegotiationPolicyType',
            PolicyAttributeDescriptions: [
              { AttributeName: 'Protocol-TLSv1.2', AttributeValue: 'true' },
              { AttributeName: 'ECDHE-RSA-AES128-GCM-SHA256', AttributeValue: 'true' },
            ],
          },
        ],
      },
    );
    return { CERTIFICATE_ARN: await certificate(aws), INSTANCE_PORT: '8080', PLAIN_PORT: '80' };
  },
  'elb-load-balancer-access-logging-enabled': async (aws) => {
    await withAttributes('AccessLog={Enabled=false}')(aws, undefined as never);
    await aws`s3api create-bucket --bucket access-logs --create-bucket-configuration LocationConstraint=eu-west-1`;
    return { LOG_BUCKET: 'access-logs' };
  },
  'elb-load-balancer-cross-zone-enabled': withAttributes('CrossZoneLoadBalancing={Enabled=false}'),
  'elb-load-balancer-connection-draining-enabled': withAttributes('ConnectionDraining={Enabled=false}'),
  'elb-load-balancer-desync-mitigation-strict': withAttributes(
    'AdditionalAttributes=[{Key=elb.http.desyncmitigationmode,Value=monitor}]',
  ),
};

export const untried: Readonly<Record<string, string>> = {
  'elb-listener-certificate-not-expiring': 'no command: what takes its place is for a person to say',
  'elb-load-balancer-not-idle': 'the emulator has no metrics of what is used',
  'elb-listener-ssl-policy-strong': 'the emulator keeps the name of a policy of AWS and not what it holds',
};
