import type { _InstanceType, Instance, InstanceNetworkInterface } from '@aws-sdk/client-ec2';
import { MalformedAnswer } from '../../aws/errors.ts';
import { resource } from '../../inventory/resource.ts';
import { metric } from '../cloudwatch/metric.ts';
import { tagsOf } from '../tags.ts';
import { ec2 } from './service.ts';
import { labelOf, nameOf } from './tags.ts';
import { examineUserData } from './user-data.ts';

/** An instance is still listed for about an hour after it was terminated; by then it has neither disks nor addresses. */
const gone: ReadonlySet<string | undefined> = new Set(['shutting-down', 'terminated']);

const metricOf = {
  namespace: 'AWS/EC2',
  window: 'days',
  dimensions: ({ id }: { readonly id: string }) => ({ InstanceId: id }),
} as const;

export const instance = resource(ec2, 'AWS::EC2::Instance', {
  revision: 2,
  calls: ['DescribeInstances'],
  narrows: {
    DescribeInstances: {
      InstanceIds: 'unless given',
      IncludeManagedResources:
        'hides what AWS services run for the account, where it chose to hide that: it is not judged',
      Filters: 'unless given',
    },
  },
  resumable: 'DescribeInstances',
  async *list(api) {
    for await (const { Reservations } of api.pages('DescribeInstances', { MaxResults: 1000 })) {
      for (const { Instances } of Reservations ?? []) {
        for (const each of Instances ?? []) {
          if (each.InstanceId !== undefined && !gone.has(each.State?.Name)) yield project(each.InstanceId, each);
        }
      }
    }
  },
  label: labelOf,
  arn: ({ id }, { partition, region, account }) => `arn:${partition}:ec2:${region}:${account}:instance/${id}`,
}).facets((facet) => ({
  /** Secrets in the user data. Without user data the answer has an empty one. */
  userDataSecrets: facet({
    calls: ['DescribeInstanceAttribute'],
    async read(api, { id }) {
      const { UserData } = await api.call('DescribeInstanceAttribute', { InstanceId: id, Attribute: 'userData' });
      if (UserData === undefined) throw new MalformedAnswer('DescribeInstanceAttribute gives no userData');
      return examineUserData(UserData.Value);
    },
  }),
  /** Whether its type has the adapter of Nitro (ENA): `required` on types that have nothing else. */
  enaOfType: facet({
    calls: ['DescribeInstanceTypes'],
    often: { DescribeInstanceTypes: 'per instance type' },
    async read(api, { network }) {
      const type = network?.type;
      if (type === undefined) throw new MalformedAnswer('DescribeInstances gives an instance without type');
      return api.once(`type ${type}`, async () => {
        for await (const { InstanceTypes } of api.pages('DescribeInstanceTypes', { InstanceTypes: [type] }))
          for (const one of InstanceTypes ?? []) if (one.InstanceType === type) return one.NetworkInfo?.EnaSupport;
        throw new MalformedAnswer('DescribeInstanceTypes leaves out the type that was asked for');
      });
    },
  }),
  // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/viewing_metrics_with_cloudwatch.html
  /** Average CPU utilization in percent. */
  cpu: facet.joined(metric({ ...metricOf, name: 'CPUUtilization', stat: 'Average' })),
  /** Bytes. */
  networkIn: facet.joined(metric({ ...metricOf, name: 'NetworkIn', stat: 'Sum' })),
  networkOut: facet.joined(metric({ ...metricOf, name: 'NetworkOut', stat: 'Sum' })),
}));

function project(id: string, each: Instance) {
  return {
    id,
    name: nameOf(each.Tags),
    tags: tagsOf(each.Tags),
    /** `pending`, `running`, `stopping` or `stopped`. */
    state: each.State?.Name,
    /** When it was started last. */
    ...launchOf(each),
    ...stopOf(each),
    ...networkOf(each),
    vpcId: each.VpcId,
    subnetId: each.SubnetId,
    publicIp: each.PublicIpAddress,
    /** ARN of the instance profile; undefined when there is none. */
    profileArn: each.IamInstanceProfile?.Arn,
    metadata: {
      endpoint: each.MetadataOptions?.HttpEndpoint,
      tokens: each.MetadataOptions?.HttpTokens,
      hopLimit: each.MetadataOptions?.HttpPutResponseHopLimit,
    },
    interfaces: (each.NetworkInterfaces ?? []).map(interfaceOf),
  };
}

/** Left out where it is not told, as in snapshots of earlier versions. */
const launchOf = ({ LaunchTime: at }: Instance): { readonly launchedAt?: string | undefined } =>
  at === undefined ? {} : { launchedAt: at.toISOString() };

/** Enhanced networking, by the adapter of Nitro (ENA), or before it by Intel's virtual functions (`simple`). Snapshots of earlier versions lack it. */
const networkOf = ({
  InstanceType: type,
  EnaSupport: ena,
  SriovNetSupport: sriov,
}: Instance): {
  readonly network?: { type: _InstanceType | undefined; ena: boolean | undefined; sriov: string | undefined };
} => ({
  network: { type, ena, sriov },
});

/**
 * When it was stopped: EC2 tells it in words alone, such as `User initiated (2026-01-05 10:00:00 GMT)`, and not always.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Stop_Start.html
 */
function stopOf({ State, StateTransitionReason: why }: Instance): { readonly stoppedAt?: string } {
  const [, day, time] = /\((\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2}) (?:GMT|UTC)\)/.exec(why ?? '') ?? [];
  return State?.Name === 'stopped' && day !== undefined && time !== undefined
    ? { stoppedAt: `${day}T${time}.000Z` }
    : {};
}

function interfaceOf(each: InstanceNetworkInterface) {
  const publicIps = [
    each.Association?.PublicIp,
    ...(each.PrivateIpAddresses ?? []).map((ip) => ip.Association?.PublicIp),
  ];
  const blocks = (each.Ipv4Prefixes ?? []).flatMap(({ Ipv4Prefix }) => Ipv4Prefix ?? []);
  const privateIps = [each.PrivateIpAddress, ...(each.PrivateIpAddresses ?? []).map((ip) => ip.PrivateIpAddress)];
  return {
    id: each.NetworkInterfaceId,
    vpcId: each.VpcId,
    subnetId: each.SubnetId,
    /** 0 is the primary interface, to which load balancers and accelerators send. */
    deviceIndex: each.Attachment?.DeviceIndex,
    groupIds: (each.Groups ?? []).flatMap(({ GroupId }) => GroupId ?? []),
    publicIps: [...new Set(publicIps.filter((ip) => ip !== undefined))],
    privateIps: [...new Set(privateIps.filter((ip) => ip !== undefined))],
    /** IPv4 blocks that are delegated to it, as to nodes of Kubernetes for their pods; left out where there are none. */
    ...(blocks.length === 0 ? {} : { privateBlocks: blocks }),
    /** Addresses, and the blocks that are delegated to the interface. */
    ipv6: [
      ...(each.Ipv6Addresses ?? []).flatMap(({ Ipv6Address }) => Ipv6Address ?? []),
      ...(each.Ipv6Prefixes ?? []).flatMap(({ Ipv6Prefix }) => Ipv6Prefix ?? []),
    ],
  };
}
