import type { Api } from '../../aws/api.ts';
import { listed } from '../../inventory/listed.ts';
import { directoryservice } from './service.ts';

/** A directory: a Microsoft AD of AWS's, a Simple AD, a connector to an own one, or another account's that is shared with this one. */
export const directory = listed(directoryservice, 'AWS::DirectoryService::MicrosoftAD', 'DescribeDirectories', {
  at: 'DirectoryDescriptions',
  narrows: { DirectoryIds: 'unless given' },
  references: ['https://docs.aws.amazon.com/directoryservice/latest/devguide/API_DirectoryDescription.html'],
  id: ({ DirectoryId }) => DirectoryId,
  keep: {
    name: ({ Name, DirectoryId }) => Name ?? DirectoryId ?? '',
    /** Which kind of directory it is. */
    directoryType: 'Type',
    stage: 'Stage',
    /** Of the servers that ask for the second factor: `Creating`, `Completed` or `Failed`; left out where none was ever named. */
    radius: 'RadiusStatus',
    /** Its shared secret is in the answer and is not kept. */
    radiusProtocol: ({ RadiusSettings }) => RadiusSettings?.AuthenticationProtocol,
  },
  arn: ({ id }, { partition, region, account }) => `arn:${partition}:ds:${region}:${account}:directory/${id}`,
}).facets((facet) => ({
  /** What services of AWS ask it by, LDAP over TLS or not. Absent for directories that have no such settings. */
  ldaps: facet({
    calls: ['DescribeLDAPSSettings'],
    absentOn: ['UnsupportedOperationException'],
    async read(api, { id }) {
      const settings: { status: Status | undefined; reason: string | undefined }[] = [];
      // The only type of LDAPS that there is.
      for await (const page of api.pages('DescribeLDAPSSettings', { DirectoryId: id, Type: 'Client' }))
        for (const { LDAPSStatus, LDAPSStatusReason } of page.LDAPSSettingsInfo ?? [])
          settings.push({ status: asStatus(LDAPSStatus), reason: LDAPSStatusReason });
      return { settings };
    },
  }),
  /** Where the security logs of its domain controllers are sent to: one list tells that of all directories. */
  logs: facet({
    calls: ['ListLogSubscriptions'],
    often: { ListLogSubscriptions: 'once' },
    async read(api, { id }) {
      return { group: (await logGroupsOf(api)).get(id) };
    },
  }),
  /** Topics of SNS that hear of its state: one list tells those of all directories. */
  topics: facet({
    calls: ['DescribeEventTopics'],
    often: { DescribeEventTopics: 'once' },
    async read(api, { id }) {
      const { EventTopics } = await api.once('topics', () => api.call('DescribeEventTopics', {}));
      // Left out where there is none: https://docs.aws.amazon.com/directoryservice/latest/devguide/API_DescribeEventTopics.html
      return (EventTopics ?? [])
        .filter(({ DirectoryId }) => DirectoryId === id)
        .map(({ TopicName, Status: status }) => ({ name: TopicName ?? 'a topic', status }));
    },
  }),
  /** Certificates of authorities that its LDAP over TLS trusts. Absent for directories that have none. */
  ldapsCertificates: facet({
    calls: ['ListCertificates'],
    absentOn: ['UnsupportedOperationException'],
    async read(api, { id }) {
      const found: Certificate[] = [];
      for await (const page of api.pages('ListCertificates', { DirectoryId: id }))
        for (const { CertificateId, CommonName, State, ExpiryDateTime, Type } of page.CertificatesInfo ?? [])
          found.push({
            id: CertificateId,
            name: CommonName ?? CertificateId ?? 'a certificate',
            state: State,
            // The default: https://docs.aws.amazon.com/directoryservice/latest/devguide/API_CertificateInfo.html
            use: Type ?? 'ClientLDAPS',
            expiresAt: ExpiryDateTime?.toISOString(),
          });
      return { certificates: found };
    },
  }),
  /** How many snapshots a person may make of it, and made. Null for a connector, which is only a way to a directory elsewhere. */
  snapshots: facet({
    calls: ['GetSnapshotLimits'],
    async read(api, { id, directoryType }) {
      if (directoryType === 'ADConnector' || directoryType === 'SharedMicrosoftAD') return null;
      const { SnapshotLimits: limits } = await api.call('GetSnapshotLimits', { DirectoryId: id });
      return { most: limits?.ManualSnapshotsLimit, made: limits?.ManualSnapshotsCurrentCount };
    },
  }),
}));

export interface Certificate {
  readonly id: string | undefined;
  readonly name: string;
  readonly state: string | undefined;
  /** `ClientLDAPS` or `ClientCertAuth`. */
  readonly use: string;
  readonly expiresAt: string | undefined;
}

const logGroupsOf = (
  api: Api<typeof import('@aws-sdk/client-directory-service'), 'ListLogSubscriptions'>,
): Promise<ReadonlyMap<string, string>> =>
  api.once('log-subscriptions', async () => {
    const found = new Map<string, string>();
    for await (const page of api.pages('ListLogSubscriptions', {}))
      for (const { DirectoryId, LogGroupName } of page.LogSubscriptions ?? [])
        if (DirectoryId !== undefined) found.set(DirectoryId, LogGroupName ?? 'a log group');
    return found;
  });

/** Of these there is nothing to judge: it is not there yet or not any more, or another account's, where it is judged. */
export const notThere = [
  {
    at: 'stage',
    is: ['Requested', 'Creating', 'Deleting', 'Deleted', 'Failed'],
    because: '{label} is not in use ({stage})',
  },
  {
    at: 'directoryType',
    is: ['SharedMicrosoftAD'],
    because: '{label} is shared by another account, where it is judged',
  },
] as const;

const statuses = ['Enabling', 'Enabled', 'EnableFailed', 'Disabled'] as const;
type Status = (typeof statuses)[number];
const asStatus = (status: string | undefined) => statuses.find((one) => one === status);
