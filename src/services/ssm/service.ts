import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssystemsmanager.html */
export const ssm = service<typeof import('@aws-sdk/client-ssm')>({
  id: 'ssm',
  sdkId: 'SSM',
  scope: 'region',
  // What it always sends: https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_DescribeParameters.html
  sends: {
    DescribeParametersResult: ['Parameters'],
    GetParametersResult: ['Parameters'],
    ListTagsForResourceResult: ['TagList'],
    Parameter: ['Name', 'Value'],
    ParameterMetadata: ['Name', 'Type'],
  },
  load: () => import('./sdk.ts'),
});
