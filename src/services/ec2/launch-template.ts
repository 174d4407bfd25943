import type { LaunchTemplateInstanceNetworkInterfaceSpecification, LaunchTemplateVersion } from '@aws-sdk/client-ec2';
import type { Api } from '../../aws/api.ts';
import { listed } from '../../inventory/listed.ts';
import { Withheld } from '../../inventory/withheld.ts';
import { isPublicCidr } from '../../text/cidr.ts';
import { ec2 } from './service.ts';
import { tagsOf } from '../tags.ts';
import { examineUserData } from './user-data.ts';

export const launchTemplate = listed(ec2, 'AWS::EC2::LaunchTemplate', 'DescribeLaunchTemplates', {
  at: 'LaunchTemplates',
  input: { MaxResults: 200 },
  narrows: {
    LaunchTemplateIds: 'unless given',
    LaunchTemplateNames: 'unless given',
    Filters: 'unless given',
    IncludeManagedResources:
      'hides what AWS services run for the account, where it chose to hide that: it is not judged',
  },
  id: ({ LaunchTemplateId }) => LaunchTemplateId,
  keep: {
    name: 'LaunchTemplateName',
    tags: ({ Tags }) => tagsOf(Tags),
    defaultVersion: 'DefaultVersionNumber',
    latestVersion: 'LatestVersionNumber',
  },
  arn: ({ id }, { partition, region, account }) => `arn:${partition}:ec2:${region}:${account}:launch-template/${id}`,
}).facets((facet) => ({
  /** The default and the latest version, once when they are the same. User data is not kept. */
  versions: facet({
    calls: ['DescribeLaunchTemplateVersions'],
    often: { DescribeLaunchTemplateVersions: 'once' },
    revision: 2,
    async read(api, { id }) {
      return (await currentVersions(api)).versions.get(id) ?? [];
    },
  }),
  /** Secrets in the user data of the same versions. */
  userDataSecrets: facet({
    calls: ['DescribeLaunchTemplateVersions'],
    often: { DescribeLaunchTemplateVersions: 'once' },
    async read(api, { id }) {
      const { versions, userData } = await currentVersions(api);
      if (!versions.has(id)) return [];
      const examined = await Promise.allSettled(
        userData.take(id).map(async ({ number, text }) => ({ number, ...(await examineUserData(text)) })),
      );
      const done = examined.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
      const failure = examined.find((each) => each.status === 'rejected');
      // A secret in one version stands, whatever could not be examined in the other.
      if (failure !== undefined && done.every(({ secrets }) => secrets.length === 0)) throw failure.reason;
      return done;
    },
  }),
}));

export interface TemplateVersion {
  readonly number: number | undefined;
  readonly interfaces: readonly {
    readonly deviceIndex: number | undefined;
    /** Undefined: the subnet's setting decides when an instance is launched. */
    readonly associatePublicIp: boolean | undefined;
    /** Whether it asks for IPv6 addresses, or blocks of them, that are public or are not known to be private. */
    readonly ipv6: boolean;
  }[];
  /** Undefined where the account's defaults, and then the AMI, decide when an instance is launched. */
  readonly metadata: {
    readonly endpoint: string | undefined;
    readonly tokens: string | undefined;
    readonly hopLimit: number | undefined;
  };
}

interface VersionUserData {
  readonly number: number | undefined;
  readonly text: string | undefined;
}

/**
 * Without a template's id, `$Default` and `$Latest` mean those of every template: one question per region.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeLaunchTemplateVersions.html
 */
function currentVersions(api: Api<typeof import('@aws-sdk/client-ec2'), 'DescribeLaunchTemplateVersions'>) {
  return api.once('launch template versions', async () => {
    const versions = new Map<string, TemplateVersion[]>();
    const userData = new Withheld<VersionUserData[]>();
    const texts = new Map<string, VersionUserData[]>();
    const input = { Versions: ['$Default', '$Latest'], MaxResults: 200 };
    for await (const { LaunchTemplateVersions } of api.pages('DescribeLaunchTemplateVersions', input)) {
      for (const each of LaunchTemplateVersions ?? []) {
        const { LaunchTemplateId: id, VersionNumber: number } = each;
        if (id === undefined || versions.get(id)?.some((known) => known.number === number) === true) continue;
        versions.set(id, [...(versions.get(id) ?? []), versionOf(each)]);
        texts.set(id, [...(texts.get(id) ?? []), { number, text: each.LaunchTemplateData?.UserData }]);
      }
    }
    for (const [id, text] of texts) userData.put(id, text);
    return { versions, userData };
  });
}

function versionOf({ VersionNumber, LaunchTemplateData }: LaunchTemplateVersion): TemplateVersion {
  return {
    number: VersionNumber,
    interfaces: (LaunchTemplateData?.NetworkInterfaces ?? []).map((each) => ({
      deviceIndex: each.DeviceIndex,
      associatePublicIp: each.AssociatePublicIpAddress,
      ipv6: asksForIpv6(each),
    })),
    metadata: {
      endpoint: LaunchTemplateData?.MetadataOptions?.HttpEndpoint,
      tokens: LaunchTemplateData?.MetadataOptions?.HttpTokens,
      hopLimit: LaunchTemplateData?.MetadataOptions?.HttpPutResponseHopLimit,
    },
  };
}

/** Addresses that are only counted come from the subnet's block, which the template does not know. */
function asksForIpv6(face: LaunchTemplateInstanceNetworkInterfaceSpecification): boolean {
  const named = [
    ...(face.Ipv6Addresses ?? []).flatMap(({ Ipv6Address }) => Ipv6Address ?? []),
    ...(face.Ipv6Prefixes ?? []).flatMap(({ Ipv6Prefix }) => Ipv6Prefix ?? []),
  ];
  // Absent counts ask for none: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_LaunchTemplateInstanceNetworkInterfaceSpecification.html
  const counts = [face.Ipv6AddressCount, face.Ipv6PrefixCount];
  return named.some(isPublicCidr) || counts.some((count) => count !== undefined && count > 0);
}

/** E.g. `default version 3`, `latest version 5`, `default and latest version 3`. */
export function versionName(
  number: number | undefined,
  defaultVersion: number | undefined,
  latestVersion: number | undefined,
): string {
  const roles = [...(number === defaultVersion ? ['default'] : []), ...(number === latestVersion ? ['latest'] : [])];
  const role = roles.length === 0 ? '' : `${roles.join(' and ')} `;
  return `${role}version ${number ?? 'without number'}`;
}
