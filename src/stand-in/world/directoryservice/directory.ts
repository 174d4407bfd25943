import { answers, here } from '../../answers.ts';
import { fails } from '../../front.ts';

/** One that is asked over LDAPS, one that is not, one that cannot be. */
export default answers(
  'directory-service',
  {
    DescribeDirectories: here({
      DirectoryDescriptions: [
        { DirectoryId: 'd-1111111111', Name: 'corp.example.com', Type: 'MicrosoftAD', Stage: 'Active' },
        { DirectoryId: 'd-2222222222', Name: 'legacy.example.com', Type: 'ADConnector', Stage: 'Active' },
        { DirectoryId: 'd-3333333333', Name: 'lab.example.com', Type: 'SimpleAD', Stage: 'Active' },
      ],
    }),
    DescribeLDAPSSettings: ({ input: { DirectoryId: id } }) =>
      id === 'd-3333333333'
        ? fails({ code: 'UnsupportedOperationException', status: 400 })
        : { LDAPSSettingsInfo: id === 'd-1111111111' ? [{ LDAPSStatus: 'Enabled' }] : [] },
  },
  { 'AWS::DirectoryService::MicrosoftAD': 'd-1111111111' },
);
