import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonresourcegrouptaggingapi.html */
export const tagging = service<typeof import('@aws-sdk/client-resource-groups-tagging-api')>({
  id: 'tagging',
  sdkId: 'Resource Groups Tagging API',
  iamPrefix: 'tag',
  // What it always sends: https://docs.aws.amazon.com/resourcegroupstagging/latest/APIReference/API_GetResources.html
  sends: {
    GetResourcesOutput: ['ResourceTagMappingList'],
    ResourceTagMapping: ['ResourceARN', 'Tags'],
    Tag: ['Key', 'Value'],
  },
  load: () => import('./sdk.ts'),
});
