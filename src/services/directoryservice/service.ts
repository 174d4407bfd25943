import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsdirectoryservice.html */
export const directoryservice = service<typeof import('@aws-sdk/client-directory-service')>({
  id: 'directoryservice',
  sdkId: 'Directory Service',
  iamPrefix: 'ds',
  // What it always sends: https://docs.aws.amazon.com/directoryservice/latest/devguide/API_DescribeDirectories.html
  sends: {
    CertificateInfo: ['CertificateId'],
    EventTopic: ['DirectoryId'],
    LogSubscription: ['DirectoryId'],
    DescribeDirectoriesResult: ['DirectoryDescriptions'],
    DescribeLDAPSSettingsResult: ['LDAPSSettingsInfo'],
    DescribeTrustsResult: ['Trusts'],
    DirectoryDescription: ['DirectoryId', 'Type'],
    LDAPSSettingInfo: ['LDAPSStatus'],
    GetSnapshotLimitsResult: ['SnapshotLimits'],
    ListCertificatesResult: ['CertificatesInfo'],
    ListLogSubscriptionsResult: ['LogSubscriptions'],
    Trust: ['DirectoryId', 'TrustId', 'TrustState'],
  },
  load: () => import('./sdk.ts'),
});
