import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsdirectoryservice.html */
export const directoryservice = service<typeof import('@aws-sdk/client-directory-service')>({
  id: 'directoryservice',
  sdkId: 'Directory Service',
  iamPrefix: 'ds',
  // What it always sends: https://docs.aws.amazon.com/directoryservice/latest/devguide/API_DescribeDirectories.html
  sends: {
    DescribeDirectoriesResult: ['DirectoryDescriptions'],
    DescribeLDAPSSettingsResult: ['LDAPSSettingsInfo'],
    DirectoryDescription: ['DirectoryId', 'Type'],
    LDAPSSettingInfo: ['LDAPSStatus'],
  },
  load: () => import('./sdk.ts'),
});
