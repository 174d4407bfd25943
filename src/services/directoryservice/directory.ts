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
}));

const statuses = ['Enabling', 'Enabled', 'EnableFailed', 'Disabled'] as const;
type Status = (typeof statuses)[number];
const asStatus = (status: string | undefined) => statuses.find((one) => one === status);
