import { answers, here } from '../../answers.ts';
import { daysAgo, plantedSecret } from '../../facts.ts';
import { fails } from '../../front.ts';

/** One that is asked over LDAPS, one that is not, one that cannot be. */
export default answers(
  'directory-service',
  {
    DescribeDirectories: here({
      DirectoryDescriptions: [
        {
          DirectoryId: 'd-1111111111',
          Name: 'corp.example.com',
          Type: 'MicrosoftAD',
          Stage: 'Active',
          RadiusStatus: 'Completed',
          RadiusSettings: { SharedSecret: plantedSecret, AuthenticationProtocol: 'MS-CHAPv2' },
        },
        {
          DirectoryId: 'd-2222222222',
          Name: 'legacy.example.com',
          Type: 'ADConnector',
          Stage: 'Active',
          RadiusStatus: 'Failed',
          RadiusSettings: { SharedSecret: plantedSecret, AuthenticationProtocol: 'PAP' },
        },
        { DirectoryId: 'd-3333333333', Name: 'lab.example.com', Type: 'SimpleAD', Stage: 'Active' },
        { DirectoryId: 'd-4444444444', Name: 'test.example.com', Type: 'MicrosoftAD', Stage: 'Active' },
      ],
    }),
    DescribeLDAPSSettings: ({ input: { DirectoryId: id } }) =>
      id === 'd-3333333333'
        ? fails({ code: 'UnsupportedOperationException', status: 400 })
        : { LDAPSSettingsInfo: id === 'd-1111111111' ? [{ LDAPSStatus: 'Enabled' }] : [] },
    ListLogSubscriptions: here({
      LogSubscriptions: [{ DirectoryId: 'd-1111111111', LogGroupName: '/aws/directoryservice/corp' }],
    }),
    DescribeEventTopics: here({
      EventTopics: [
        { DirectoryId: 'd-1111111111', TopicName: 'directories', Status: 'Registered' },
        { DirectoryId: 'd-2222222222', TopicName: 'old-directories', Status: 'Topic not found' },
      ],
    }),
    ListCertificates: ({ input: { DirectoryId: id } }) =>
      id === 'd-3333333333'
        ? fails({ code: 'UnsupportedOperationException', status: 400 })
        : {
            CertificatesInfo: [
              {
                CertificateId: 'c-1111111111',
                CommonName: 'corp-root',
                State: 'Registered',
                Type: 'ClientLDAPS',
                ExpiryDateTime: daysAgo(id === 'd-1111111111' ? -900 : -20),
              },
            ],
          },
    GetSnapshotLimits: ({ input: { DirectoryId: id } }) => ({
      SnapshotLimits: {
        ManualSnapshotsLimit: 5,
        ManualSnapshotsCurrentCount: id === 'd-1111111111' ? 1 : 5,
        ManualSnapshotsLimitReached: id !== 'd-1111111111',
      },
    }),
  },
  { 'AWS::DirectoryService::MicrosoftAD': 'd-1111111111' },
);
