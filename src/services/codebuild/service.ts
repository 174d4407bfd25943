import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscodebuild.html */
export const codebuild = service({
  id: 'codebuild',
  sdkId: 'CodeBuild',
  scope: 'region',
  load: () => import('./sdk.ts'),
});
