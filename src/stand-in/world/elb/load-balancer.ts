import { answers, here } from '../../answers.ts';
import { daysAgo, iamArn, mainRegion } from '../../facts.ts';

export default answers('elastic-load-balancing', {
  DescribeLoadBalancers: here({
    LoadBalancerDescriptions: [
      {
        LoadBalancerName: 'classic',
        DNSName: 'classic-1.us-east-1.elb.amazonaws.com',
        Scheme: 'internet-facing',
        VPCId: 'vpc-a1',
        Subnets: ['subnet-a1'],
        AvailabilityZones: [`${mainRegion}a`],
        SecurityGroups: ['sg-a2'],
        Instances: [{ InstanceId: 'i-a1' }],
        ListenerDescriptions: [
          {
            Listener: { Protocol: 'HTTP', LoadBalancerPort: 80, InstanceProtocol: 'HTTP', InstancePort: 80 },
            PolicyNames: [],
          },
          {
            Listener: {
              Protocol: 'HTTPS',
              LoadBalancerPort: 443,
              InstanceProtocol: 'HTTP',
              InstancePort: 80,
              SSLCertificateId: iamArn('server-certificate/old'),
            },
            PolicyNames: ['sticky', 'old-tls'],
          },
        ],
        CreatedTime: daysAgo(40),
      },
    ],
  }),
  DescribeLoadBalancerPolicies: here({
    PolicyDescriptions: [
      {
        PolicyName: 'sticky',
        PolicyTypeName: 'LBCookieStickinessPolicyType',
        PolicyAttributeDescriptions: [{ AttributeName: 'CookieExpirationPeriod', AttributeValue: '60' }],
      },
      {
        PolicyName: 'old-tls',
        PolicyTypeName: 'SSLNegotiationPolicyType',
        PolicyAttributeDescriptions: [
          { AttributeName: 'Reference-Security-Policy', AttributeValue: 'ELBSecurityPolicy-2016-08' },
          { AttributeName: 'Protocol-TLSv1', AttributeValue: 'true' },
          { AttributeName: 'Protocol-SSLv3', AttributeValue: 'false' },
          { AttributeName: 'Protocol-TLSv1.2', AttributeValue: 'true' },
          { AttributeName: 'Server-Defined-Cipher-Order', AttributeValue: 'true' },
          { AttributeName: 'ECDHE-RSA-AES128-GCM-SHA256', AttributeValue: 'true' },
          { AttributeName: 'RC4-MD5', AttributeValue: 'false' },
        ],
      },
    ],
  }),
  DescribeLoadBalancerAttributes: here({
    LoadBalancerAttributes: {
      CrossZoneLoadBalancing: { Enabled: true },
      AccessLog: { Enabled: false },
      ConnectionDraining: { Enabled: true, Timeout: 300 },
      ConnectionSettings: { IdleTimeout: 60 },
      AdditionalAttributes: [{ Key: 'elb.http.desyncmitigationmode', Value: 'defensive' }],
    },
  }),
});
