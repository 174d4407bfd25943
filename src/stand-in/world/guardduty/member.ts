import { answers } from '../../answers.ts';
import { account, daysAgo, otherAccount } from '../../facts.ts';

const on = { Status: 'ENABLED' };
const plans = ['S3_DATA_EVENTS', 'EKS_AUDIT_LOGS', 'EBS_MALWARE_PROTECTION', 'RDS_LOGIN_EVENTS', 'LAMBDA_NETWORK_LOGS'];

/** A member that has all plans but one. */
export default answers('guardduty', {
  ListMembers: {
    Members: [
      {
        AccountId: otherAccount,
        MasterId: account,
        Email: 'shop@example.com',
        RelationshipStatus: 'Enabled',
        UpdatedAt: daysAgo(300).toISOString(),
      },
    ],
  },
  GetMemberDetectors: ({ input }) => ({
    MemberDataSourceConfigurations: (input['accountIds'] as readonly string[]).map((AccountId) => ({
      AccountId,
      DataSources: { CloudTrail: on, DNSLogs: on, FlowLogs: on, S3Logs: on },
      Features: [
        ...plans.map((Name) => ({ Name, Status: 'ENABLED', UpdatedAt: daysAgo(300) })),
        { Name: 'RUNTIME_MONITORING', Status: 'DISABLED', UpdatedAt: daysAgo(300) },
      ],
    })),
    UnprocessedAccounts: [],
  }),
});
