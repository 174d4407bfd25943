import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsgluedatabrew.html */
export const gluedatabrew = service<typeof import('@aws-sdk/client-databrew')>({
  id: 'gluedatabrew',
  sdkId: 'DataBrew',
  iamPrefix: 'databrew',
  // https://docs.aws.amazon.com/general/latest/gr/databrew.html
  missingIn: [
    'ap-east-2',
    'ap-northeast-3',
    'ap-south-2',
    'ap-southeast-3',
    'ap-southeast-4',
    'ap-southeast-5',
    'ap-southeast-6',
    'ap-southeast-7',
    'ca-west-1',
    'eu-central-2',
    'eu-south-2',
    'il-central-1',
    'me-central-1',
    'me-south-1',
    'mx-central-1',
    'us-gov-east-1',
  ],
  // What it always sends: https://docs.aws.amazon.com/databrew/latest/dg/API_Job.html
  sends: { ListJobsResponse: ['Jobs'], Job: ['Name', 'ResourceArn'] },
  load: () => import('./sdk.ts'),
});
