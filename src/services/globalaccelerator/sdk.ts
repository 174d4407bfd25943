export {
  GlobalAcceleratorClient as Client,
  ListAcceleratorsCommand,
  paginateListAccelerators,
  ListEndpointGroupsCommand,
  paginateListEndpointGroups,
  ListListenersCommand,
  paginateListListeners,
} from '@aws-sdk/client-global-accelerator';
