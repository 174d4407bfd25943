import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsgluedatabrew.html */
export const gluedatabrew = service<typeof import('@aws-sdk/client-databrew')>({
  id: 'gluedatabrew',
  sdkId: 'DataBrew',
  iamPrefix: 'databrew',
  // What it always sends: https://docs.aws.amazon.com/databrew/latest/dg/API_Job.html
  sends: { ListJobsResponse: ['Jobs'], Job: ['Name', 'ResourceArn'] },
  load: () => import('./sdk.ts'),
});
