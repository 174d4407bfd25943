import type { Front } from '../../stand-in/front.ts';
import { account, ago, iamArn, idOf, named, tagList, tagsOf, type Region, type Team } from './company.ts';
import { isIdle, metricsOf } from '../../stand-in/metrics.ts';
import { groupId, subnetCidr, subnetId, vpcId } from './network.ts';
import { script } from './secrets.ts';

interface Instance {
  readonly team: Team;
  readonly region: Region;
  readonly vpc: string;
  readonly subnet: readonly [tier: string, zone: string];
  readonly groups: readonly string[];
  readonly publicIp?: string;
  readonly imdsV1?: boolean;
  readonly profile?: string;
  readonly encrypted?: boolean;
  readonly stopped?: boolean;
  /** Its user data holds a password. */
  readonly leaky?: boolean;
}

const shop = {
  team: 'storefront',
  region: 'eu-west-1',
  vpc: 'shop-production',
  groups: ['shop-web'],
  profile: 'storefront-web',
  encrypted: true,
} as const;

const instances: Readonly<Record<string, Instance>> = {
  'shop-web-1': { ...shop, subnet: ['private', 'a'] },
  'shop-web-2': { ...shop, subnet: ['private', 'b'] },
  'shop-web-3': { ...shop, subnet: ['private', 'a'], imdsV1: true },
  'shop-search-1': { ...shop, subnet: ['private', 'b'], groups: ['shop-search'] },
  'shop-bastion': {
    team: 'platform',
    region: 'eu-west-1',
    vpc: 'shop-production',
    subnet: ['public', 'a'],
    groups: ['shop-bastion'],
    publicIp: '203.0.113.40',
    encrypted: true,
  },
  'legacy-erp': {
    team: 'data',
    region: 'eu-west-1',
    vpc: 'shop-legacy',
    subnet: ['public', 'a'],
    groups: ['legacy-erp'],
    publicIp: '203.0.113.41',
    imdsV1: true,
    leaky: true,
  },
  'legacy-fileserver': {
    team: 'data',
    region: 'eu-west-1',
    vpc: 'shop-legacy',
    subnet: ['public', 'b'],
    groups: ['legacy-admin'],
    publicIp: '203.0.113.42',
    imdsV1: true,
    stopped: true,
  },
  'payments-api-1': {
    team: 'payments',
    region: 'eu-west-1',
    vpc: 'payments',
    subnet: ['private', 'a'],
    groups: ['payments-api'],
    profile: 'storefront-web',
    encrypted: true,
  },
  'payments-api-2': {
    team: 'payments',
    region: 'eu-west-1',
    vpc: 'payments',
    subnet: ['private', 'b'],
    groups: ['payments-api'],
    profile: 'storefront-web',
    encrypted: true,
  },
  'lake-etl-1': {
    team: 'data',
    region: 'eu-central-1',
    vpc: 'analytics',
    subnet: ['private', 'a'],
    groups: ['lake-etl'],
    encrypted: true,
  },
  'lake-notebook': {
    team: 'data',
    region: 'eu-central-1',
    vpc: 'analytics',
    subnet: ['public', 'a'],
    groups: ['lake-notebooks'],
    publicIp: '198.51.100.77',
    imdsV1: true,
  },
  'campaign-web-1': {
    team: 'marketing',
    region: 'us-east-1',
    vpc: 'marketing',
    subnet: ['public', 'a'],
    groups: ['campaign-web'],
    publicIp: '198.51.100.90',
  },
};

export const instanceId = (name: string): string => idOf('i', name);
const inside = (region: string) => Object.entries(instances).filter(([, each]) => each.region === region);

const snapshots: Readonly<Record<string, { region: Region; encrypted: boolean; shared?: boolean; team: Team }>> = {
  'orders-db-2026-10-30': { region: 'eu-west-1', encrypted: true, team: 'payments' },
  'orders-db-2026-10-31': { region: 'eu-west-1', encrypted: true, team: 'payments' },
  'legacy-erp-before-upgrade': { region: 'eu-west-1', encrypted: false, shared: true, team: 'data' },
  'notebook-image': { region: 'eu-central-1', encrypted: false, team: 'data' },
};

const templates: Readonly<Record<string, { region: Region; publicIp: boolean; team: Team; leaky?: boolean }>> = {
  'shop-web': { region: 'eu-west-1', publicIp: false, team: 'storefront' },
  'shop-worker': { region: 'eu-west-1', publicIp: false, team: 'storefront', leaky: true },
  'campaign-web': { region: 'us-east-1', publicIp: true, team: 'marketing' },
};

/** A disk of a server that is gone. */
const leftOver = {
  VolumeId: idOf('vol', 'old-erp-data'),
  Encrypted: true,
  VolumeType: 'gp2',
  Size: 500,
  Iops: 1500,
  State: 'available',
  AvailabilityZone: 'eu-west-1a',
  Attachments: [],
  Tags: named('old-erp-data', 'data'),
};

/** Servers and their disks, templates and addresses. */
export function answerCompute(front: Front): void {
  const answer = (operation: string, body: (region: string) => object) =>
    front.answer({ service: 'ec2', operation }, ({ region }) => body(region));
  front.answer(
    { service: 'cloudwatch', operation: 'GetMetricData' },
    metricsOf((metric, resource) => {
      const name = Object.keys(instances).find((each) => instanceId(each) === resource) ?? '';
      // A stopped one has none.
      if (instances[name]?.stopped === true) return undefined;
      if (isIdle(resource)) return 0;
      if (metric !== 'CPUUtilization') return name === 'shop-bastion' ? 700_000 : 9_000_000_000;
      return name === 'shop-bastion' ? 2 : name === 'shop-search-1' ? 94 : 37;
    }),
  );
  answer('DescribeInstances', (region) => ({
    Reservations: inside(region).map(([name, each]) => ({
      ReservationId: idOf('r', name),
      OwnerId: account,
      Instances: [instance(name, each)],
    })),
  }));
  front.answer({ service: 'ec2', operation: 'DescribeInstanceAttribute' }, ({ input }) => {
    const found = Object.entries(instances).find(([name]) => instanceId(name) === input['InstanceId']);
    return { InstanceId: String(input['InstanceId']), UserData: { Value: script(found?.[1].leaky === true) } };
  });
  answer('DescribeNetworkInterfaces', (region) => ({
    NetworkInterfaces: inside(region).map(([name, each]) => ({
      NetworkInterfaceId: idOf('eni', name),
      Groups: each.groups.map((GroupName) => ({ GroupId: groupId(GroupName), GroupName })),
      Attachment: { InstanceId: instanceId(name) },
      TagSet: named(name, each.team),
    })),
  }));
  answer('DescribeVolumes', (region) => ({
    Volumes: [
      ...inside(region).map(([name, each]) => ({
        VolumeId: idOf('vol', name),
        Encrypted: each.encrypted === true,
        VolumeType: each.encrypted === true ? 'gp3' : 'gp2',
        Size: 100,
        Iops: each.encrypted === true ? 3000 : 300,
        State: 'in-use',
        AvailabilityZone: `${region}a`,
        Attachments: [{ InstanceId: instanceId(name), Device: '/dev/xvda', State: 'attached' }],
        Tags: named(`${name}-root`, each.team),
      })),
      ...(region === 'eu-west-1' ? [leftOver] : []),
    ],
  }));
  front.answer({ service: 'ec2', operation: 'DescribeSnapshots' }, ({ region, input }) => ({
    Snapshots: Object.entries(snapshots)
      .filter(([, each]) => each.region === region && (input['RestorableBy'] === undefined || each.shared === true))
      .map(([name, each]) => ({
        SnapshotId: idOf('snap', name),
        OwnerId: account,
        Encrypted: each.encrypted,
        State: 'completed',
        Tags: named(name, each.team),
      })),
  }));
  front.answer({ service: 'ec2', operation: 'DescribeSnapshotAttribute' }, ({ input }) => ({
    SnapshotId: String(input['SnapshotId']),
    CreateVolumePermissions: [{ Group: 'all' }],
  }));
  const inTemplates = (region: string) => Object.entries(templates).filter(([, each]) => each.region === region);
  answer('DescribeLaunchTemplates', (region) => ({
    LaunchTemplates: inTemplates(region).map(([name, each]) => ({
      LaunchTemplateId: idOf('lt', name),
      LaunchTemplateName: name,
      DefaultVersionNumber: 4,
      LatestVersionNumber: 4,
      Tags: named(name, each.team),
    })),
  }));
  answer('DescribeLaunchTemplateVersions', (region) => ({
    LaunchTemplateVersions: inTemplates(region).map(([name, each]) => ({
      LaunchTemplateId: idOf('lt', name),
      LaunchTemplateName: name,
      VersionNumber: 4,
      DefaultVersion: true,
      LaunchTemplateData: {
        NetworkInterfaces: [{ DeviceIndex: 0, AssociatePublicIpAddress: each.publicIp }],
        ...(each.publicIp ? { MetadataOptions: { HttpTokens: 'optional' } } : {}),
        UserData: script(each.leaky === true),
      },
    })),
  }));
  answer('DescribeAddresses', (region) => ({
    Addresses: [...inside(region).flatMap(address), ...(region === 'eu-west-1' ? [idle] : [])],
  }));
  answer('DescribeAccountVpcEncryptionControl', (region) => ({
    AccountVpcEncryptionControl:
      region === 'eu-central-1'
        ? { State: 'transitions-successful', Mode: 'attempt-enforce', ManagedBy: 'account' }
        : { State: 'default-state', Mode: 'unmanaged', ManagedBy: 'account' },
  }));
  answer('GetEbsEncryptionByDefault', (region) => ({ EbsEncryptionByDefault: region === 'eu-west-1' }));
  answer('GetInstanceMetadataDefaults', (region) => ({
    AccountLevel: region === 'eu-west-1' ? { HttpTokens: 'required', ManagedBy: 'account' } : {},
  }));
  answer('DescribeInstanceTypes', () => ({
    InstanceTypes: [{ InstanceType: 't3.large', NetworkInfo: { EnaSupport: 'required' } }],
  }));
  answer('DescribeImages', (region) => ({
    Images: (region === 'eu-west-1' ? images : []).map(([name, age, open]) => ({
      ImageId: idOf('ami', name),
      OwnerId: account,
      Name: name,
      Public: open,
      State: 'available',
      CreationDate: new Date(ago(age)).toISOString(),
      Tags: tagList(tagsOf('platform')),
    })),
  }));
  answer('DescribeVpcBlockPublicAccessOptions', (region) => ({
    VpcBlockPublicAccessOptions: {
      AwsRegion: region,
      State: region === 'eu-central-1' ? 'update-complete' : 'default-state',
      InternetGatewayBlockMode: region === 'eu-central-1' ? 'block-ingress' : 'off',
      ManagedBy: 'account',
      ExclusionsAllowed: 'allowed',
    },
  }));
  answer('GetImageBlockPublicAccessState', (region) => ({
    ImageBlockPublicAccessState: region === 'us-east-1' ? 'block-new-sharing' : 'unblocked',
    ManagedBy: 'account',
  }));
  answer('GetSerialConsoleAccessStatus', (region) => ({
    SerialConsoleAccessEnabled: region === 'eu-west-1',
    ManagedBy: 'account',
  }));
  answer('GetSnapshotBlockPublicAccessState', (region) => ({
    State: region === 'us-east-1' ? 'block-all-sharing' : 'unblocked',
  }));
}

/** Name, age in days, whether it is public. */
const images: readonly (readonly [name: string, age: number, open: boolean])[] = [
  ['shop-web-2025-11', 30, false],
  ['shop-web-2024-02', 660, false],
  ['hackathon-starter', 800, true],
];

function instance(name: string, each: Instance): object {
  const [tier, zone] = each.subnet;
  const association =
    each.publicIp === undefined ? {} : { Association: { PublicIp: each.publicIp, IpOwnerId: account } };
  return {
    InstanceId: instanceId(name),
    State: { Code: each.stopped === true ? 80 : 16, Name: each.stopped === true ? 'stopped' : 'running' },
    LaunchTime: new Date(ago(90)),
    InstanceType: 't3.large',
    EnaSupport: true,
    ...(each.stopped === true
      ? { StateTransitionReason: `User initiated (${new Date(ago(60)).toISOString().slice(0, 10)} 08:00:00 GMT)` }
      : {}),
    VpcId: vpcId(each.vpc),
    SubnetId: subnetId(each.vpc, tier, zone),
    ...(each.publicIp === undefined ? {} : { PublicIpAddress: each.publicIp }),
    ...(each.profile === undefined
      ? {}
      : { IamInstanceProfile: { Arn: iamArn(`instance-profile/${each.profile}`), Id: 'AIPAEXAMPLE' } }),
    MetadataOptions: {
      HttpEndpoint: 'enabled',
      HttpTokens: each.imdsV1 === true ? 'optional' : 'required',
      HttpPutResponseHopLimit: each.imdsV1 === true ? 1 : 2,
    },
    NetworkInterfaces: [
      {
        NetworkInterfaceId: idOf('eni', name),
        VpcId: vpcId(each.vpc),
        SubnetId: subnetId(each.vpc, tier, zone),
        Attachment: { DeviceIndex: 0 },
        PrivateIpAddress: hostAddress(name, each),
        PrivateIpAddresses: [{ PrivateIpAddress: hostAddress(name, each), Primary: true }],
        Groups: each.groups.map((GroupName) => ({ GroupId: groupId(GroupName), GroupName })),
        ...association,
      },
    ],
    Tags: named(name, each.team),
  };
}

/** An address in the instance's subnet, by its place in the list. */
const hostAddress = (name: string, { vpc, subnet: [tier, zone] }: Instance): string =>
  subnetCidr(vpc, tier, zone).replace('.0/24', `.${10 + Object.keys(instances).indexOf(name)}`);

export const addressId = (name: string): string => idOf('eipalloc', name);

const address = ([name, { publicIp, team }]: [string, Instance]): object[] =>
  publicIp === undefined
    ? []
    : [
        {
          AllocationId: addressId(name),
          PublicIp: publicIp,
          PublicIpv4Pool: 'amazon',
          AssociationId: idOf('eipassoc', name),
          InstanceId: instanceId(name),
          NetworkInterfaceId: idOf('eni', name),
          NetworkInterfaceOwnerId: account,
          Domain: 'vpc',
          Tags: named(name, team),
        },
      ];

const idle = {
  AllocationId: addressId('old-vpn'),
  PublicIp: '203.0.113.55',
  PublicIpv4Pool: 'amazon',
  Domain: 'vpc',
  Tags: named('old-vpn', 'platform'),
};
