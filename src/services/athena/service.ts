import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonathena.html */
export const athena = service<typeof import('@aws-sdk/client-athena')>({
  id: 'athena',
  sdkId: 'Athena',
  // What it always sends: https://docs.aws.amazon.com/athena/latest/APIReference/API_WorkGroup.html
  sends: {
    ListWorkGroupsOutput: ['WorkGroups'],
    WorkGroupSummary: ['Name'],
    GetWorkGroupOutput: ['WorkGroup'],
    WorkGroup: ['Name', 'Configuration'],
  },
  load: () => import('./sdk.ts'),
});
