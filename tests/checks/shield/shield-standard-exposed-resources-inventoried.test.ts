import check from '../../../checks/shield/shield-standard-exposed-resources-inventoried.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { plainInstance } from '../ec2/plain-instance.ts';

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
  webAcl: false,
  connectionMode: undefined,
  behaviors: [],
  geoRestriction: undefined,
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

const address = {
  id: 'eipalloc-1',
  publicIp: '198.51.100.1',
  pool: 'amazon',
  associationId: 'eipassoc-1',
  instanceId: 'i-1',
  networkInterfaceId: 'eni-1',
  networkInterfaceOwnerId: '111122223333',
  serviceManaged: undefined,
};
const zone = { id: 'Z1', name: 'example.com', privateZone: false, recordCount: 2, linkedService: undefined };
const restApi = {
  id: 'rest',
  endpointTypes: ['REGIONAL'],
  policy: undefined,
  defaultEndpointDisabled: false,
  securityPolicy: 'TLS_1_2',
  endpointAccessMode: undefined,
};
const httpApi = { id: 'http', protocol: 'HTTP' as const, endpoint: undefined, defaultEndpointDisabled: false };
const web = { ...plainInstance, publicIp: '198.51.100.1' };

checkSuite(check, { id: '111122223333', name: 'The account' }, [
  {
    when: 'nothing is exposed',
    expect: 'pass',
    message: /has no enabled distribution .*function URLs .* are not counted$/,
  },
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
    message: /1 CloudFront distribution, 2 load balancers, 1 Classic Load Balancer, 1 accelerator;/,
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
  {
    when: 'there is an associated Elastic IP address, the only one of its instance',
    along: { addresses: [address], instances: [web] },
    expect: 'manual',
    message: /has, behind Shield Standard, 1 associated Elastic IP address; function URLs/,
  },
  {
    when: 'an instance has a public address of its own',
    along: { instances: [web] },
    expect: 'manual',
    message: /1 instance with another public address/,
  },
  {
    when: 'instances have global IPv6 addresses',
    along: {
      instances: [0, 1].map(() => ({
        ...plainInstance,
        interfaces: plainInstance.interfaces.map((each) => ({ ...each, ipv6: ['2600:1f18::1'] })),
      })),
    },
    expect: 'manual',
    message: /2 instances with another public address/,
  },
  {
    when: 'there are zones and APIs',
    along: {
      hostedZones: [zone, zone],
      restApis: [restApi, { ...restApi, endpointTypes: ['PRIVATE'] }],
      httpApis: [httpApi],
    },
    expect: 'manual',
    message: /2 public hosted zones, 2 APIs that are not private/,
  },
  {
    when: 'addresses are idle, zones and APIs private',
    along: {
      addresses: [{ ...address, associationId: undefined }],
      hostedZones: [{ ...zone, privateZone: true }],
      restApis: [{ ...restApi, endpointTypes: ['PRIVATE'] }],
      instances: [plainInstance],
    },
    expect: 'pass',
  },
]);
