export {
  GlobalAcceleratorClient as Client,
  ListAcceleratorsCommand,
  paginateListAccelerators,
} from '@aws-sdk/client-global-accelerator';
