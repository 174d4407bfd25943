import { answers } from '../../answers.ts';
import { arnOf, mainRegion } from '../../facts.ts';

const accelerator = arnOf('globalaccelerator', 'accelerator/1234abcd-abcd-1234-abcd-1234abcdefgh', '');

export default answers('global-accelerator', {
  ListAccelerators: {
    Accelerators: [
      {
        AcceleratorArn: accelerator,
        Name: 'fast',
        Enabled: true,
        Status: 'DEPLOYED',
        DnsName: 'a1234567890abcdef.awsglobalaccelerator.com',
        IpAddressType: 'IPV4',
        IpSets: [{ IpAddressFamily: 'IPv4', IpAddresses: ['198.51.100.20'] }],
      },
    ],
  },
  DescribeAcceleratorAttributes: { AcceleratorAttributes: { FlowLogsEnabled: true, FlowLogsS3Bucket: 'flow-logs' } },
  ListListeners: {
    Listeners: [
      { ListenerArn: `${accelerator}/listener/1`, Protocol: 'TCP', PortRanges: [{ FromPort: 443, ToPort: 443 }] },
    ],
  },
  ListEndpointGroups: {
    EndpointGroups: [
      {
        EndpointGroupArn: `${accelerator}/listener/1/endpoint-group/1`,
        EndpointGroupRegion: mainRegion,
        EndpointDescriptions: [
          {
            EndpointId: arnOf('elasticloadbalancing', 'loadbalancer/app/web/50dc6c495c0c9188'),
            ClientIPPreservationEnabled: true,
          },
        ],
      },
    ],
  },
});
