import type { Api } from '../../aws/api.ts';
import { resource } from '../../inventory/resource.ts';
import { parseJson } from '../../text/json.ts';
import { ssm } from './service.ts';

/** Systems Manager's settings of an account in one region. They always exist, so nothing is listed. */
export const ssmSettings = resource(ssm, 'AWS::::Account', {
  calls: [],
  singleton: true,
  async *list({ region }) {
    yield { id: 'settings', name: `Systems Manager in ${region}` };
  },
  arn: (_item, { partition, region, account }) => `arn:${partition}:ssm:${region}:${account}:servicesetting`,
}).facets((facet) => ({
  /** Whether documents may be shared with everybody: `Enable` or `Disable`. */
  publicSharing: facet.call('GetServiceSetting', {
    input: () => ({ SettingId: '/ssm/documents/console/public-sharing-permission' }),
    keep: ({ ServiceSetting }) => ({ value: asSharing(ServiceSetting?.SettingValue) }),
  }),
  /**
   * What Session Manager keeps of sessions, in the document of its preferences. Null where there is no machine to have sessions with;
   * absent where nobody ever set a preference, since only then there is no such document
   * (https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-create-preferences-cli.html).
   */
  sessions: facet({
    calls: ['DescribeInstanceInformation', 'GetDocument'],
    absentOn: ['InvalidDocument'],
    async read(api) {
      if (!(await hasMachines(api))) return null;
      const { Content } = await api.call('GetDocument', { Name: 'SSM-SessionManagerRunShell' });
      return preferencesOf(Content);
    },
  }),
}));

async function hasMachines(
  api: Api<typeof import('@aws-sdk/client-ssm'), 'DescribeInstanceInformation'>,
): Promise<boolean> {
  // A page may be empty and have others after it.
  for await (const { InstanceInformationList } of api.pages('DescribeInstanceInformation', { MaxResults: 50 }))
    if (InstanceInformationList !== undefined && InstanceInformationList.length > 0) return true;
  return false;
}

/** Preferences of sessions: https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-schema.html */
export interface SessionPreferences {
  /** Whether the document is one of preferences; otherwise nothing of it is known. */
  readonly readable: boolean;
  /** Where what is typed and shown goes; undefined: not there. */
  readonly bucket: string | undefined;
  readonly logGroup: string | undefined;
  /** The KMS key that encrypts sessions beyond TLS: a key's id, ARN or alias. */
  readonly key: string | undefined;
}

function preferencesOf(content: string | undefined): SessionPreferences {
  const parsed = content === undefined ? undefined : parseJson(content);
  const inputs = memberOf(parsed, 'inputs');
  const text = (name: string): string | undefined => {
    const value = memberOf(inputs, name);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  return {
    readable: inputs !== undefined,
    bucket: text('s3BucketName'),
    logGroup: text('cloudWatchLogGroupName'),
    key: text('kmsKeyId'),
  };
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;

const values = ['Enable', 'Disable'] as const;
const asSharing = (value: string | undefined) => values.find((one) => one === value);
