import { service } from '../../aws/service.ts';

/** Global Accelerator's API answers in us-west-2 only, for all accelerators (https://docs.aws.amazon.com/general/latest/gr/global_accelerator.html). */
export const globalaccelerator = service<typeof import('@aws-sdk/client-global-accelerator')>({
  id: 'globalaccelerator',
  sdkId: 'Global Accelerator',
  scope: 'global',
  // What it always sends: https://docs.aws.amazon.com/global-accelerator/latest/api/API_Accelerator.html
  sends: {
    Accelerator: ['AcceleratorArn'],
    DescribeAcceleratorAttributesResponse: ['AcceleratorAttributes'],
    EndpointGroup: ['EndpointGroupArn'],
    ListAcceleratorsResponse: ['Accelerators'],
    ListEndpointGroupsResponse: ['EndpointGroups'],
    ListListenersResponse: ['Listeners'],
    Listener: ['ListenerArn', 'PortRanges'],
  },
  load: () => import('./sdk.ts'),
});
