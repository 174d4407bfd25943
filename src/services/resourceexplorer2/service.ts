import { service } from '../../aws/service.ts';

/** AWS Resource Explorer. The client is made of botocore's model: the registry has none of the version of the others. */
export const resourceexplorer = service<typeof import('./client.ts')>({
  id: 'resourceexplorer2',
  sdkId: 'Resource Explorer 2',
  iamPrefix: 'resource-explorer-2',
  // What the run itself asks, where it is told to leave out what a region's index proves not to be there.
  sessionCalls: ['ListIndexes', 'GetIndex', 'GetDefaultView', 'GetView', 'ListSupportedResourceTypes', 'Search'],
  load: () => import('./sdk.ts'),
});
