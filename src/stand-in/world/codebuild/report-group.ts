import { answers, here } from '../../answers.ts';
import { arnOf } from '../../facts.ts';

const arn = (name: string): string => arnOf('codebuild', `report-group/${name}`);
const one = (name: string, encryptionDisabled: boolean) => ({
  name,
  arn: arn(name),
  type: 'TEST',
  status: 'ACTIVE',
  exportConfig: { exportConfigType: 'S3', s3Destination: { bucket: 'reports', packaging: 'NONE', encryptionDisabled } },
});

export default answers(
  'codebuild',
  {
    ListReportGroups: here({ reportGroups: [arn('trial-tests'), arn('shop-tests')] }),
    BatchGetReportGroups: here({ reportGroups: [one('trial-tests', true), one('shop-tests', false)] }),
  },
  { 'AWS::CodeBuild::ReportGroup': 'shop-tests' },
);
