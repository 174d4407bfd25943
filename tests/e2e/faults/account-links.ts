import type { Front } from '../../../src/stand-in/front.ts';
import { account, daysAgo } from './account-facts.ts';

const region = 'us-east-1';
const otherAccount = '999999999999';

/** What leads out of the VPC of one region: a transit gateway, a peering connection, two VPNs; and access points to buckets. */
export function answerLinks(front: Front): void {
  const ec2 = (operation: string, body: object): void => front.answer({ service: 'ec2', operation, region }, body);
  ec2('DescribeTransitGateways', {
    TransitGateways: [
      {
        TransitGatewayId: 'tgw-a1',
        TransitGatewayArn: `arn:aws:ec2:${region}:${account}:transit-gateway/tgw-a1`,
        OwnerId: account,
        State: 'available',
        Options: { AutoAcceptSharedAttachments: 'enable' },
      },
    ],
  });
  ec2('DescribeVpcPeeringConnections', {
    VpcPeeringConnections: [
      {
        VpcPeeringConnectionId: 'pcx-a1',
        Status: { Code: 'active', Message: 'Active' },
        RequesterVpcInfo: { VpcId: 'vpc-a1', OwnerId: account, Region: region, CidrBlock: '10.0.0.0/16' },
        AccepterVpcInfo: { VpcId: 'vpc-9', OwnerId: otherAccount, Region: region, CidrBlock: '10.9.0.0/16' },
      },
    ],
  });
  ec2('DescribeVpnConnections', { VpnConnections: [vpn('vpn-a1', true), vpn('vpn-a2', false)] });
  ec2('DescribeVpcBlockPublicAccessExclusions', {
    VpcBlockPublicAccessExclusions: [
      {
        ExclusionId: 'vpcbpa-exclude-a1',
        InternetGatewayExclusionMode: 'allow-bidirectional',
        ResourceArn: `arn:aws:ec2:${region}:${account}:subnet/subnet-a1`,
        State: 'create-complete',
        CreationTimestamp: daysAgo(9),
      },
    ],
  });
  ec2('GetManagedPrefixListEntries', { Entries: [{ Cidr: '0.0.0.0/0', Description: 'everybody' }] });
  answerAccessPoints(front);
}

/** A connection as it comes, and one that was set up with care. */
function vpn(VpnConnectionId: string, careful: boolean): object {
  const list = (...values: unknown[]): object[] => values.map((Value) => ({ Value }));
  const options = careful
    ? {
        IkeVersions: list('ikev2'),
        Phase1EncryptionAlgorithms: list('AES256-GCM-16'),
        Phase2EncryptionAlgorithms: list('AES256-GCM-16'),
        Phase1IntegrityAlgorithms: list('SHA2-384'),
        Phase2IntegrityAlgorithms: list('SHA2-384'),
        Phase1DHGroupNumbers: list(20),
        Phase2DHGroupNumbers: list(20),
        LogOptions: {
          CloudWatchLogOptions: {
            LogEnabled: true,
            LogGroupArn: `arn:aws:logs:${region}:${account}:log-group:/vpn/office`,
          },
        },
      }
    : {};
  const ips = careful ? ['198.51.100.10', '198.51.100.11'] : ['203.0.113.20', '203.0.113.21'];
  return {
    VpnConnectionId,
    State: 'available',
    Type: 'ipsec.1',
    Options: { TunnelOptions: ips.map((OutsideIpAddress) => ({ OutsideIpAddress, ...options })) },
    VgwTelemetry: ips.map((OutsideIpAddress, index) => ({
      OutsideIpAddress,
      Status: careful || index === 0 ? 'UP' : 'DOWN',
      LastStatusChange: daysAgo(3),
    })),
  };
}

/** A private access point, one of a bucket whose policy lets everybody in through it, and one for many regions. */
function answerAccessPoints(front: Front): void {
  const block = (on: boolean): object => ({
    BlockPublicAcls: on,
    IgnorePublicAcls: on,
    BlockPublicPolicy: on,
    RestrictPublicBuckets: on,
  });
  const arnOf = (name: string): string => `arn:aws:s3:${region}:${account}:accesspoint/${name}`;
  const isPublic = (path: string): boolean => path.includes('shared');
  const s3control = (operation: string): { service: string; operation: string } => ({
    service: 's3-control',
    operation,
  });
  front.answer(
    { ...s3control('ListAccessPoints'), region },
    {
      AccessPointList: Object.entries({ shared: 'acme-open', own: 'acme-private' }).map(([Name, Bucket]) => ({
        Name,
        Bucket,
        BucketAccountId: account,
        NetworkOrigin: 'Internet',
        AccessPointArn: arnOf(Name),
        Alias: `${Name}-alias-s3alias`,
      })),
    },
  );
  front.answer(s3control('GetAccessPoint'), ({ path }) => ({
    Name: isPublic(path) ? 'shared' : 'own',
    NetworkOrigin: 'Internet',
    PublicAccessBlockConfiguration: block(!isPublic(path)),
  }));
  front.answer(s3control('GetAccessPointPolicy'), ({ path }) => {
    const name = isPublic(path) ? 'shared' : 'own';
    return {
      Policy: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: isPublic(path) ? '*' : { AWS: `arn:aws:iam::${account}:role/app` },
            Action: 's3:GetObject',
            Resource: `${arnOf(name)}/object/*`,
          },
        ],
      }),
    };
  });
  front.answer(
    { ...s3control('ListMultiRegionAccessPoints'), region: 'us-west-2' },
    {
      AccessPoints: [
        {
          Name: 'everywhere',
          Alias: 'm1example.mrap',
          CreatedAt: daysAgo(20),
          Status: 'READY',
          PublicAccessBlock: block(true),
          Regions: [{ Bucket: 'acme-private', Region: region }],
        },
      ],
    },
  );
}
