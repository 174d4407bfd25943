import { CloudFrontClient, CreateDistributionCommand } from '@aws-sdk/client-cloudfront';
import {
  CreateSubnetCommand,
  CreateVpcEndpointServiceConfigurationCommand,
  EC2Client,
  ModifyVpcEndpointServicePermissionsCommand,
} from '@aws-sdk/client-ec2';
import {
  CreateLoadBalancerCommand as CreateClassicCommand,
  ElasticLoadBalancingClient,
  ModifyLoadBalancerAttributesCommand as ModifyClassicCommand,
} from '@aws-sdk/client-elastic-load-balancing';
import {
  CreateListenerCommand,
  CreateLoadBalancerCommand,
  CreateTargetGroupCommand,
  ElasticLoadBalancingV2Client,
  ModifyLoadBalancerAttributesCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { CreateHostedZoneCommand, Route53Client } from '@aws-sdk/client-route-53';
import { CreateWebACLCommand, WAFV2Client } from '@aws-sdk/client-wafv2';
import { fails } from '../../../src/stand-in/front.ts';
import { buildAddresses } from './compute.ts';
import { givesAddresses, makeVpc, named } from './network.ts';
import { accountIds, given, type World } from './world.ts';

/**
 * What the internet reaches: in `second`, of each kind one resource that Shield Advanced protects and one that it does
 * not. `main` is subscribed too and has done nothing with it; `bare` is not subscribed.
 * @param signing the ARN of the key that signs a zone
 */
export async function buildExposed(world: World, signing: string): Promise<void> {
  const at = world.at('second');
  const ec2 = new EC2Client(at);
  const vpc = await makeVpc(ec2, world, 'second-vpc', '10.3.0.0/16');
  const { Subnet } = await ec2.send(
    new CreateSubnetCommand({
      VpcId: vpc.vpc,
      CidrBlock: '10.3.1.0/24',
      AvailabilityZone: 'us-east-1b',
      ...named('subnet', 'second-vpc-b'),
    }),
  );
  const other = given(Subnet?.SubnetId, 'subnet');
  await givesAddresses(ec2, other, true);
  const Subnets = [vpc.subnet, other];
  const { protectedIp } = await buildAddresses(ec2, vpc);
  const balancers = await loadBalancers(new ElasticLoadBalancingV2Client(at), Subnets);
  await endpointServices(ec2, given(balancers['network-lb'], 'network load balancer'));
  const elb = new ElasticLoadBalancingClient(at);
  for (const LoadBalancerName of ['protected-classic', 'unprotected-classic']) {
    await elb.send(
      new CreateClassicCommand({
        LoadBalancerName,
        Listeners: [{ Protocol: 'http', LoadBalancerPort: 80, InstancePort: 80 }],
        Subnets,
        SecurityGroups: [vpc.group],
      }),
    );
    const Enabled = LoadBalancerName === 'protected-classic';
    await elb.send(
      new ModifyClassicCommand({
        LoadBalancerName,
        LoadBalancerAttributes: {
          AccessLog: { Enabled, ...(Enabled ? { S3BucketName: 'second-logs' } : {}) },
          CrossZoneLoadBalancing: { Enabled },
          ConnectionDraining: { Enabled },
          AdditionalAttributes: [{ Key: 'elb.http.desyncmitigationmode', Value: Enabled ? 'defensive' : 'monitor' }],
        },
      }),
    );
  }
  await listeners(new ElasticLoadBalancingV2Client(at), balancers, vpc.vpc);
  await webAcl(world, given(balancers['protected-alb'], 'load balancer'));
  const distributions = await makeDistributions(new CloudFrontClient(at));
  const zones = await makeZones(new Route53Client(at));
  cannedSigning(world, given(zones['protected.example.com'], 'zone'), signing);
  const { account } = { account: accountIds.second };
  cannedShield(world, {
    'protected-cdn': given(distributions['protected-cdn'], 'distribution'),
    'protected-alb': given(balancers['protected-alb'], 'load balancer'),
    'protected-classic': `arn:aws:elasticloadbalancing:us-east-1:${account}:loadbalancer/protected-classic`,
    'protected-ip': `arn:aws:ec2:us-east-1:${account}:eip-allocation/${protectedIp}`,
    'protected-zone': `arn:aws:route53:::hostedzone/${given(zones['protected.example.com'], 'zone')}`,
    'protected-accelerator': `arn:aws:globalaccelerator::${account}:accelerator/protected`,
  });
}

async function loadBalancers(elb: ElasticLoadBalancingV2Client, Subnets: string[]): Promise<Record<string, string>> {
  const arns: Record<string, string> = {};
  for (const [Name, Type, Scheme] of [
    ['protected-alb', 'application', 'internet-facing'],
    ['unprotected-alb', 'application', 'internet-facing'],
    ['internal-alb', 'application', 'internal'],
    ['network-lb', 'network', 'internal'],
    ['partner-lb', 'network', 'internal'],
  ] as const) {
    const { LoadBalancers } = await elb.send(new CreateLoadBalancerCommand({ Name, Type, Scheme, Subnets }));
    const arn = given(LoadBalancers?.[0]?.LoadBalancerArn, 'load balancer');
    arns[Name] = arn;
    const good = Name === 'protected-alb' || Name === 'partner-lb';
    const attributes = {
      'access_logs.s3.enabled': String(good),
      ...(good ? { 'access_logs.s3.bucket': 'second-logs' } : {}),
      'deletion_protection.enabled': String(good),
      'load_balancing.cross_zone.enabled': String(good || Type === 'application'),
      'routing.http.desync_mitigation_mode': good ? 'strictest' : 'monitor',
      'routing.http.drop_invalid_header_fields.enabled': String(good),
    };
    await elb.send(
      new ModifyLoadBalancerAttributesCommand({
        LoadBalancerArn: arn,
        Attributes: Object.entries(attributes)
          .filter(([Key]) => Type === 'application' || !Key.startsWith('routing.'))
          .map(([Key, Value]) => ({ Key, Value })),
      }),
    );
  }
  return arns;
}

/** HTTPS and a redirect to it, weak TLS and plain HTTP, and TCP that is passed on. */
async function listeners(
  elb: ElasticLoadBalancingV2Client,
  balancers: Readonly<Record<string, string>>,
  VpcId: string,
): Promise<void> {
  const listen = (
    name: string,
    Port: number,
    Protocol: 'HTTP' | 'HTTPS' | 'TCP' | 'TLS',
    action: object,
    SslPolicy?: string,
  ) =>
    elb.send(
      new CreateListenerCommand({
        LoadBalancerArn: balancers[name],
        Port,
        Protocol,
        ...(SslPolicy === undefined
          ? {}
          : {
              SslPolicy,
              Certificates: [
                {
                  CertificateArn: `arn:aws:iam::${accountIds.second}:server-certificate/${name.startsWith('un') ? 'shop-old' : 'shop'}`,
                },
              ],
            }),
        DefaultActions: [action as never],
      }),
    );
  const answer = { Type: 'fixed-response', FixedResponseConfig: { StatusCode: '200' } };
  const redirect = { Type: 'redirect', RedirectConfig: { Protocol: 'HTTPS', Port: '443', StatusCode: 'HTTP_301' } };
  await listen('protected-alb', 443, 'HTTPS', answer, 'ELBSecurityPolicy-TLS13-1-2-Res-2021-06');
  await listen('protected-alb', 80, 'HTTP', redirect);
  await listen('unprotected-alb', 443, 'HTTPS', answer, 'ELBSecurityPolicy-2016-08');
  await listen('unprotected-alb', 80, 'HTTP', answer);
  const { TargetGroups } = await elb.send(
    new CreateTargetGroupCommand({ Name: 'tcp', Protocol: 'TCP', Port: 8443, VpcId }),
  );
  const forward = { Type: 'forward', TargetGroupArn: TargetGroups?.[0]?.TargetGroupArn };
  await listen('network-lb', 8443, 'TCP', forward);
  for (const name of ['network-lb', 'partner-lb'])
    await listen(name, 8444, 'TLS', forward, 'ELBSecurityPolicy-TLS13-1-2-Res-2021-06');
}

/** What the protected load balancer has before it; it logs nothing. */
async function webAcl(world: World, balancer: string): Promise<void> {
  const visible = (MetricName: string) => ({
    SampledRequestsEnabled: true,
    CloudWatchMetricsEnabled: true,
    MetricName,
  });
  const Name = 'AWSManagedRulesCommonRuleSet';
  await new WAFV2Client(world.at('second')).send(
    new CreateWebACLCommand({
      Name: 'protected-acl',
      Scope: 'REGIONAL',
      DefaultAction: { Allow: {} },
      Rules: [
        {
          Name,
          Priority: 0,
          Statement: { ManagedRuleGroupStatement: { VendorName: 'AWS', Name } },
          OverrideAction: { None: {} },
          VisibilityConfig: visible(Name),
        },
      ],
      VisibilityConfig: visible('protected-acl'),
    }),
  );
  // The emulator does not tell what web ACLs stand before.
  world.front.answer(
    { service: 'wafv2', operation: 'ListResourcesForWebACL', account: accountIds.second },
    { ResourceArns: [balancer] },
  );
}

async function endpointServices(ec2: EC2Client, balancer: string): Promise<void> {
  for (const [name, principal] of [
    ['service-for-all', '*'],
    ['service-for-nobody', undefined],
  ] as const) {
    const { ServiceConfiguration } = await ec2.send(
      new CreateVpcEndpointServiceConfigurationCommand({
        NetworkLoadBalancerArns: [balancer],
        ...named('vpc-endpoint-service', name),
      }),
    );
    const ServiceId = given(ServiceConfiguration?.ServiceId, 'endpoint service');
    if (principal !== undefined)
      await ec2.send(new ModifyVpcEndpointServicePermissionsCommand({ ServiceId, AddAllowedPrincipals: [principal] }));
  }
}

async function makeDistributions(cloudfront: CloudFrontClient): Promise<Record<string, string>> {
  const arns: Record<string, string> = {};
  for (const name of ['protected-cdn', 'unprotected-cdn']) {
    const { Distribution } = await cloudfront.send(
      new CreateDistributionCommand({
        DistributionConfig: {
          CallerReference: name,
          Comment: name,
          Enabled: true,
          Aliases: { Quantity: 1, Items: [`${name}.example.com`] },
          Origins: {
            Quantity: 2,
            Items: [
              {
                Id: 'files',
                DomainName: `${name === 'protected-cdn' ? 'second-config' : 'second-gone'}.s3.us-east-1.amazonaws.com`,
                S3OriginConfig: { OriginAccessIdentity: '' },
                OriginAccessControlId: name === 'protected-cdn' ? 'E2OAC' : '',
              },
              {
                Id: 'o',
                DomainName: 'origin.example.com',
                CustomOriginConfig: {
                  HTTPPort: 80,
                  HTTPSPort: 443,
                  OriginProtocolPolicy: name === 'protected-cdn' ? 'https-only' : 'http-only',
                  OriginSslProtocols: { Quantity: 1, Items: ['TLSv1.2'] },
                },
              },
            ],
          },
          DefaultCacheBehavior: {
            TargetOriginId: 'o',
            ViewerProtocolPolicy: name === 'protected-cdn' ? 'redirect-to-https' : 'allow-all',
          },
          ViewerCertificate: {
            ACMCertificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/cdn',
            SSLSupportMethod: 'sni-only',
            MinimumProtocolVersion: name === 'protected-cdn' ? 'TLSv1.2_2021' : 'TLSv1.1_2016',
          },
          WebACLId: name === 'protected-cdn' ? 'arn:aws:wafv2:us-east-1:123456789012:global/webacl/cdn/1' : '',
          DefaultRootObject: '',
          Logging: { Enabled: name === 'protected-cdn', IncludeCookies: false, Bucket: '', Prefix: '' },
        },
      }),
    );
    arns[name] = given(Distribution?.ARN, 'distribution');
  }
  return arns;
}

async function makeZones(route53: Route53Client): Promise<Record<string, string>> {
  const ids: Record<string, string> = {};
  for (const Name of ['protected.example.com', 'unprotected.example.com']) {
    const { HostedZone } = await route53.send(new CreateHostedZoneCommand({ Name, CallerReference: Name }));
    ids[Name] = given(HostedZone?.Id, 'zone').replace('/hostedzone/', '');
  }
  return ids;
}

/** The protected zone is signed and logs queries; Route 53 may not use the key of the other one. The emulator says of zones that they are not signed. */
function cannedSigning({ front }: World, signed: string, KmsArn: string): void {
  front.answer(
    { service: 'route-53', operation: 'ListQueryLoggingConfigs' },
    {
      QueryLoggingConfigs: [
        { Id: 'q1', HostedZoneId: signed, CloudWatchLogsLogGroupArn: 'arn:aws:logs:us-east-1:1:log-group:dns' },
      ],
    },
  );
  front.answer({ service: 'route-53', operation: 'GetDNSSEC' }, ({ path }) => {
    const key = { Name: 'main', KmsArn, Flag: 257 };
    return path.includes(`/${signed}/`)
      ? { Status: { ServeSignature: 'SIGNING' }, KeySigningKeys: [{ ...key, Status: 'ACTIVE' }] }
      : { Status: { ServeSignature: 'ACTION_NEEDED' }, KeySigningKeys: [{ ...key, Status: 'ACTION_NEEDED' }] };
  });
}

function cannedShield({ front }: World, protects: Readonly<Record<string, string>>): void {
  // Not in the emulator.
  front.answer({ service: 'global-accelerator', operation: 'ListAccelerators' }, ({ account }) => ({
    Accelerators:
      account === accountIds.second
        ? ['protected', 'unprotected'].map((name) => ({
            AcceleratorArn: `arn:aws:globalaccelerator::${account}:accelerator/${name}`,
            Name: `${name}-accelerator`,
            Enabled: true,
            Status: 'DEPLOYED',
          }))
        : [],
  }));
  front.answer({ service: 'global-accelerator', operation: 'ListListeners' }, { Listeners: [] });
  front.answer({ service: 'global-accelerator', operation: 'DescribeAcceleratorAttributes' }, ({ input }) => ({
    AcceleratorAttributes: { FlowLogsEnabled: String(input['AcceleratorArn']).endsWith('/protected') },
  }));
  // The emulator knows the subscription's existence and little else of Shield.
  front.answer({ service: 'shield', operation: 'GetSubscriptionState' }, ({ account }) => ({
    SubscriptionState: account === accountIds.bare ? 'INACTIVE' : 'ACTIVE',
  }));
  const notSubscribed = { service: 'shield', account: accountIds.bare } as const;
  front.answer({ service: 'shield', operation: 'DescribeSubscription' }, ({ account }) => {
    const good = account === accountIds.second;
    return {
      Subscription: {
        SubscriptionLimits: {
          ProtectionLimits: { ProtectedResourceTypeLimits: [] },
          ProtectionGroupLimits: {
            MaxProtectionGroups: 20,
            PatternTypeLimits: { ArbitraryPatternLimits: { MaxMembers: 100 } },
          },
        },
        AutoRenew: good ? 'ENABLED' : 'DISABLED',
        ProactiveEngagementStatus: good ? 'ENABLED' : 'DISABLED',
        EndTime: '2027-01-01T00:00:00Z',
      },
    };
  });
  front.answer({ service: 'shield', operation: 'DescribeDRTAccess' }, ({ account }) =>
    account === accountIds.second ? { RoleArn: `arn:aws:iam::${account}:role/shield-response`, LogBucketList: [] } : {},
  );
  front.answer({ service: 'shield', operation: 'DescribeEmergencyContactSettings' }, ({ account }) => ({
    EmergencyContactList:
      account === accountIds.second ? [{ EmailAddress: 'oncall@example.com', PhoneNumber: '+15550102' }] : [],
  }));
  for (const operation of [
    'DescribeSubscription',
    'DescribeDRTAccess',
    'DescribeEmergencyContactSettings',
    'ListProtections',
  ])
    front.error({ ...notSubscribed, operation }, { code: 'ResourceNotFoundException', status: 400 });

  const protections = Object.entries(protects).map(([name, ResourceArn]) => ({
    Id: `${name}-id`,
    Name: name,
    ProtectionArn: `arn:aws:shield::${accountIds.second}:protection/${name}`,
    ResourceArn,
    HealthCheckIds: name === 'protected-cdn' ? ['hc-1'] : [],
    ...(name === 'protected-cdn'
      ? { ApplicationLayerAutomaticResponseConfiguration: { Status: 'ENABLED', Action: { Block: {} } } }
      : {}),
    ...(name === 'protected-alb'
      ? { ApplicationLayerAutomaticResponseConfiguration: { Status: 'DISABLED', Action: { Count: {} } } }
      : {}),
  }));
  front.answer(
    { service: 'shield', operation: 'ListProtections', account: accountIds.second },
    { Protections: protections },
  );
  front.answer({ service: 'shield', operation: 'ListProtections', account: accountIds.main }, { Protections: [] });
  front.answer({ service: 'shield', operation: 'DescribeProtection' }, ({ input }) => {
    const Protection = protections.find(({ Id }) => Id === input['ProtectionId']);
    return Protection === undefined ? fails({ code: 'ResourceNotFoundException' }) : { Protection };
  });
}
