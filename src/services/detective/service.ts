import { service } from '../../aws/service.ts';

/** Amazon Detective. https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondetective.html */
export const detective = service<typeof import('@aws-sdk/client-detective')>({
  id: 'detective',
  sdkId: 'Detective',
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
    'me-central-1',
    'mx-central-1',
  ],
  // The reference marks no member as required: lists are there, and a graph is known by its ARN
  // (https://docs.aws.amazon.com/detective/latest/APIReference/API_ListGraphs.html).
  sends: {
    Graph: ['Arn'],
    ListGraphsResponse: ['GraphList'],
    ListInvitationsResponse: ['Invitations'],
    MemberDetail: ['GraphArn', 'Status'],
  },
  load: () => import('./sdk.ts'),
});
