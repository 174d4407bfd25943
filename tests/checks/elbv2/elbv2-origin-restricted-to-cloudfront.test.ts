import { expect } from 'vitest';
import check from '../../../checks/elbv2/elbv2-origin-restricted-to-cloudfront.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const rule = (parts: object) => ({
  direction: 'ingress' as const,
  protocol: 'tcp',
  fromPort: 443,
  toPort: 443,
  cidrs: [] as string[],
  ipv6Cidrs: [],
  prefixLists: [] as string[],
  groups: [],
  ...parts,
});
const group = (...rules: ReturnType<typeof rule>[]) => ({
  id: 'sg-1',
  name: 'web',
  vpcId: 'vpc-1',
  rules,
  prefixListCidrs: { 'pl-cdn': ['130.176.0.0/16', '15.158.0.0/16'] },
});
const everybody = group(rule({ cidrs: ['0.0.0.0/0'] }));
const cloudfront = group(rule({ prefixLists: ['pl-cdn'] }));

const forward = (parts: object = {}) => ({
  targetGroups: ['tg-1'],
  authentication: [],
  sources: undefined,
  headers: [] as string[],
  secretHeaders: [] as string[],
  all: true,
  ...parts,
});
const refuse = forward({ targetGroups: [] });
const guarded = forward({ headers: ['X-Origin'], secretHeaders: ['x-origin'], all: false });
const listening = (...forwarding: ReturnType<typeof forward>[]) => [
  { port: 443, protocol: 'HTTPS', verifiesClients: false, forwarding },
];

const cdn = (headers: string[] = [], parts: object = {}) => ({
  id: 'E1',
  name: 'www.example.com',
  arn: 'arn:aws:cloudfront::111122223333:distribution/E1',
  enabled: true,
  origins: [{ id: 'web', domainName: 'Web-1.eu-west-1.elb.amazonaws.com', headers }],
  vpcOrigins: [],
  ...parts,
});

const network = {
  subnets: [{ id: 'subnet-1', ownerId: '111122223333', vpcId: 'vpc-1', cidrs: ['10.0.0.0/24'], inboundBlock: 'off' }],
  routeTables: [
    {
      id: 'rtb-1',
      vpcId: 'vpc-1',
      main: false,
      subnetIds: ['subnet-1'],
      edgeGatewayIds: [],
      routes: [{ destination: '0.0.0.0/0', gatewayId: 'igw-1', state: 'active' }],
    },
  ],
  acls: [
    {
      id: 'acl-1',
      subnetIds: ['subnet-1'],
      entries: [false, true].map((egress) => ({
        egress,
        number: 100,
        protocol: '-1',
        action: 'allow',
        cidr: '0.0.0.0/0',
        ipv6Cidr: undefined,
        fromPort: undefined,
        toPort: undefined,
      })),
    },
  ],
};
const world = (groups: object, fronts: object[] = [cdn()]) =>
  ({ ...network, securityGroups: [groups], prefixLists: [groups], fronts, distributions: fronts }) as never;

const arn = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/1';
const denied = { cause: 'denied: cloudfront:ListDistributions', actions: ['cloudfront:ListDistributions'] };

checkSuite(
  check,
  {
    id: arn,
    arn,
    name: 'web',
    type: 'application',
    scheme: 'internet-facing',
    state: 'active',
    dnsName: 'web-1.eu-west-1.elb.amazonaws.com',
    vpcId: 'vpc-1',
    ipAddressType: 'ipv4',
    securityGroups: ['sg-1'],
    zones: [{ zone: 'a', subnetId: 'subnet-1', allocationIds: [] }],
    createdAt: undefined,
    listeners: listening(forward()),
  },
  [
    {
      when: 'everybody may ask it',
      given: {},
      along: world(everybody),
      expect: 'fail',
      message: /www\.example\.com/,
      fix: {
        cli: expect.stringMatching(/authorize-security-group-ingress[^]*revoke-security-group-ingress/) as string,
      },
    },
    { when: 'its groups let CloudFront in alone', given: {}, along: world(cloudfront), expect: 'pass' },
    {
      when: 'its groups let an office in besides',
      given: {},
      along: world(group(rule({ prefixLists: ['pl-cdn'] }), rule({ cidrs: ['192.0.2.0/24'] }))),
      expect: 'pass',
    },
    {
      when: 'it forwards only what has the secret header',
      given: { listeners: listening(guarded, refuse) },
      along: world(everybody, [cdn(['X-Origin'])]),
      expect: 'pass',
      message: /x-origin/,
    },
    {
      when: 'what has no secret header is forwarded too',
      given: { listeners: listening(guarded, forward()) },
      along: world(everybody, [cdn(['X-Origin'])]),
      expect: 'fail',
    },
    {
      when: 'the distribution does not add the header',
      given: { listeners: listening(guarded, refuse) },
      along: world(everybody, [cdn(['X-Other'])]),
      expect: 'manual',
    },
    {
      when: 'the value of the header is anything',
      given: { listeners: listening(forward({ headers: ['X-Origin'] }), refuse) },
      along: world(everybody, [cdn(['X-Origin'])]),
      expect: 'manual',
    },
    {
      when: 'a rule is for few addresses',
      given: { listeners: listening(forward({ sources: ['192.0.2.0/24'], all: false }), refuse) },
      along: world(everybody),
      expect: 'pass',
    },
    { when: 'it only redirects', given: { listeners: listening(refuse) }, along: world(everybody), expect: 'pass' },
    { when: 'it listens on nothing', given: { listeners: [] }, along: world(everybody), expect: 'pass' },
    {
      when: 'the distribution asks its dual-stack name',
      given: {},
      along: world(everybody, [
        cdn([], { origins: [{ id: 'w', domainName: 'dualstack.web-1.eu-west-1.elb.amazonaws.com', headers: [] }] }),
      ]),
      expect: 'fail',
    },
    {
      when: 'a Network Load Balancer has no security group',
      given: { type: 'network', securityGroups: [] },
      along: world(everybody),
      expect: 'fail',
    },
    {
      when: 'no distribution names it',
      given: { dnsName: 'other.elb.amazonaws.com' },
      along: world(everybody),
      expect: 'not-applicable',
    },
    {
      when: 'the distribution is switched off',
      given: {},
      along: world(everybody, [cdn([], { enabled: false })]),
      expect: 'not-applicable',
    },
    {
      when: 'the distributions were not read',
      given: {},
      along: world(everybody, []),
      unreadAlong: { fronts: denied, distributions: denied } as never,
      expect: 'unknown',
    },
    {
      when: 'the route tables were not read, and an ACL stands at the subnets',
      given: {},
      along: { ...(world(everybody) as object), routeTables: [] } as never,
      unreadAlong: { routeTables: denied } as never,
      expect: 'unknown',
      message: /^(?!.*lets no tcp).*may be reached past it/,
    },
    {
      when: 'the groups were not read',
      given: { securityGroups: ['sg-2'] },
      along: world(everybody),
      expect: 'unknown',
    },
    { when: 'it is internal', given: { scheme: 'internal' }, along: world(everybody), expect: 'not-applicable' },
    {
      when: 'it is a Gateway Load Balancer',
      given: { type: 'gateway' },
      along: world(everybody),
      expect: 'not-applicable',
    },
    { when: 'it was deleted meanwhile', given: { listeners: undefined }, along: world(everybody), expect: 'unknown' },
  ],
);
