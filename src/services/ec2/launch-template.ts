import type { LaunchTemplateVersion } from '@aws-sdk/client-ec2';
import type { Api } from '../../aws/api.ts';
import { resource } from '../../inventory/resource.ts';
import { ec2 } from './service.ts';
import type * as sdk from './sdk.ts';
import { tagsOf } from './tags.ts';

export const launchTemplate = resource(ec2, 'AWS::EC2::LaunchTemplate', {
  calls: ['DescribeLaunchTemplates'],
  async *list(api) {
    for await (const { LaunchTemplates } of api.pages('DescribeLaunchTemplates', { MaxResults: 200 })) {
      for (const each of LaunchTemplates ?? []) {
        if (each.LaunchTemplateId === undefined) continue;
        yield {
          id: each.LaunchTemplateId,
          name: each.LaunchTemplateName,
          tags: tagsOf(each.Tags),
          defaultVersion: each.DefaultVersionNumber,
          latestVersion: each.LatestVersionNumber,
        };
      }
    }
  },
  arn: ({ id }, { partition, region, account }) => `arn:${partition}:ec2:${region}:${account}:launch-template/${id}`,
}).facets((facet) => ({
  /** The default and the latest version, once when they are the same. User data is not read. */
  versions: facet({
    calls: ['DescribeLaunchTemplateVersions'],
    async read(api, { id }) {
      const all = await api.once('launch template versions', () => currentVersions(api));
      return all.get(id) ?? [];
    },
  }),
}));

export interface TemplateVersion {
  readonly number: number | undefined;
  readonly interfaces: readonly {
    readonly deviceIndex: number | undefined;
    /** Undefined: the subnet's setting decides when an instance is launched. */
    readonly associatePublicIp: boolean | undefined;
  }[];
}

/**
 * Without a template's id, `$Default` and `$Latest` mean those of every template: one question per region.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeLaunchTemplateVersions.html
 */
async function currentVersions(
  api: Api<typeof sdk, 'DescribeLaunchTemplateVersions'>,
): Promise<ReadonlyMap<string, readonly TemplateVersion[]>> {
  const found = new Map<string, TemplateVersion[]>();
  const input = { Versions: ['$Default', '$Latest'], MaxResults: 200 };
  for await (const { LaunchTemplateVersions } of api.pages('DescribeLaunchTemplateVersions', input)) {
    for (const each of LaunchTemplateVersions ?? []) {
      if (each.LaunchTemplateId === undefined) continue;
      const known = found.get(each.LaunchTemplateId) ?? [];
      if (!known.some(({ number }) => number === each.VersionNumber)) known.push(versionOf(each));
      found.set(each.LaunchTemplateId, known);
    }
  }
  return found;
}

function versionOf({ VersionNumber, LaunchTemplateData }: LaunchTemplateVersion): TemplateVersion {
  return {
    number: VersionNumber,
    interfaces: (LaunchTemplateData?.NetworkInterfaces ?? []).map((each) => ({
      deviceIndex: each.DeviceIndex,
      associatePublicIp: each.AssociatePublicIpAddress,
    })),
  };
}
