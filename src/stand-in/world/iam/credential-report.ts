import { answers } from '../../answers.ts';
import { credentialReport } from '../../credential-report.ts';
import { daysAgo, iamArn } from '../../facts.ts';

const now = daysAgo(0);

export default answers('iam', {
  GenerateCredentialReport: { State: 'COMPLETE' },
  GetCredentialReport: {
    Content: credentialReport(now.getTime(), {
      '<root_account>': { arn: iamArn('root'), created: 900, password: { used: 200, changed: 900 } },
      alice: { arn: iamArn('user/alice'), created: 300, password: { used: 3, changed: 40 }, mfa: true },
      bob: {
        arn: iamArn('user/bob'),
        created: 300,
        password: { used: 100, changed: 250 },
        keys: [{ rotated: 200, used: [1, 's3'] }],
      },
    }),
    ReportFormat: 'text/csv',
    GeneratedTime: now,
  },
});
