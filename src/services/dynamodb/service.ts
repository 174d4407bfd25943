import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html */
export const dynamodb = service<typeof import('@aws-sdk/client-dynamodb')>({
  id: 'dynamodb',
  sdkId: 'DynamoDB',
  // What it always sends: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeTable.html and its neighbours
  sends: {
    ListTablesOutput: ['TableNames'],
    DescribeTableOutput: ['Table'],
    DescribeContinuousBackupsOutput: ['ContinuousBackupsDescription'],
    GetResourcePolicyOutput: ['Policy'],
    ListTagsOfResourceOutput: ['Tags'],
  },
  load: () => import('./sdk.ts'),
});
