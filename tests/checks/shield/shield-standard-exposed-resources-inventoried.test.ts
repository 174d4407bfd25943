import check from '../../../checks/shield/shield-standard-exposed-resources-inventoried.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const distribution = {
  id: 'E1',
  arn: 'arn:aws:cloudfront::111122223333:distribution/E1',
  enabled: true,
  status: 'Deployed',
  domainName: undefined,
  aliases: [],
  webAclId: undefined,
  priceClass: undefined,
  httpVersion: undefined,
  staging: false,
  viewerCertificate: {
    cloudFrontDefault: undefined,
    acmArn: undefined,
    iamId: undefined,
    minimumProtocol: undefined,
    sslSupport: undefined,
  },
  origins: [],
  viewerProtocolPolicies: [],
};
const balancer = {
  id: 'web',
  type: 'application' as const,
  scheme: 'internet-facing' as const,
  state: 'active' as const,
  dnsName: undefined,
  vpcId: undefined,
  ipAddressType: 'ipv4' as const,
  securityGroups: [],
  zones: [],
  createdAt: undefined,
};
const classic = {
  id: 'old',
  scheme: 'internet-facing',
  dnsName: undefined,
  vpcId: undefined,
  subnets: [],
  zones: [],
  securityGroups: [],
  instances: [],
  listeners: [],
  createdAt: undefined,
};
const accelerator = {
  id: 'a1',
  enabled: true,
  status: 'DEPLOYED' as const,
  dnsName: undefined,
  ipAddressType: 'IPV4' as const,
  addresses: [],
};

checkSuite(check, { id: '111122223333', name: 'The account' }, [
  { when: 'nothing is exposed', expect: 'pass', message: /has no distribution/ },
  {
    when: 'nothing is exposed in the regions that were read',
    unreadRegions: ['ap-south-1'],
    expect: 'not-applicable',
    message: /ap-south-1/,
  },
  {
    when: 'something of each kind is exposed',
    along: {
      distributions: [distribution],
      loadBalancers: [balancer, balancer],
      classicLoadBalancers: [classic],
      accelerators: [accelerator],
    },
    expect: 'manual',
    message: /1 CloudFront distribution, 2 load balancers, 1 Classic Load Balancer, 1 accelerator$/,
  },
  {
    when: 'everything is internal or disabled',
    along: {
      distributions: [{ ...distribution, enabled: false }],
      loadBalancers: [
        { ...balancer, scheme: 'internal' },
        { ...balancer, type: 'gateway', scheme: undefined },
      ],
      classicLoadBalancers: [{ ...classic, scheme: 'internal' }],
      accelerators: [{ ...accelerator, enabled: false }],
    },
    expect: 'pass',
  },
]);
