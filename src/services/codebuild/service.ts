import { service } from '../../aws/service.ts';

/**
 * Actions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscodebuild.html,
 * endpoints: https://docs.aws.amazon.com/general/latest/gr/codebuild.html
 */
export const codebuild = service<typeof import('@aws-sdk/client-codebuild')>({
  id: 'codebuild',
  sdkId: 'CodeBuild',
  scope: 'region',
  missingIn: ['ap-east-2', 'ca-west-1', 'mx-central-1'],
  // What it always sends: https://docs.aws.amazon.com/codebuild/latest/APIReference/API_Project.html
  sends: {
    BatchGetReportGroupsOutput: ['reportGroups'],
    ListReportGroupsOutput: ['reportGroups'],
    ReportGroup: ['name', 'arn'],
    BatchGetProjectsOutput: ['projects'],
    ListProjectsOutput: ['projects'],
    Project: ['name', 'arn'],
  },
  load: () => import('./sdk.ts'),
});
