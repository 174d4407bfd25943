import { listed } from '../../inventory/listed.ts';
import type { EndpointGroup, Listener } from '@aws-sdk/client-global-accelerator';
import { globalaccelerator } from './service.ts';

/** A standard accelerator; the list leaves out custom routing accelerators, which Shield Advanced cannot protect either. */
export const accelerator = listed(globalaccelerator, 'AWS::GlobalAccelerator::Accelerator', 'ListAccelerators', {
  at: 'Accelerators',
  leavesOut:
    'custom routing accelerators: Shield Advanced does not protect them, and the ways to instances that they open are not looked at',
  id: ({ AcceleratorArn }) => AcceleratorArn?.split('/').at(-1),
  keep: {
    arn: 'AcceleratorArn',
    name: 'Name',
    enabled: 'Enabled',
    status: 'Status',
    dnsName: 'DnsName',
    ipAddressType: 'IpAddressType',
    addresses: ({ IpSets }) => (IpSets ?? []).flatMap(({ IpAddresses }) => IpAddresses ?? []),
  },
}).facets((facet) => ({
  flowLogs: facet.call('DescribeAcceleratorAttributes', {
    input: ({ arn }) => ({ AcceleratorArn: arn }),
    // it was deleted since it was listed
    absentOn: ['AcceleratorNotFoundException'],
    keep: ({ AcceleratorAttributes: found }) => ({ enabled: found?.FlowLogsEnabled, bucket: found?.FlowLogsS3Bucket }),
  }),
  /** Where it sends what comes in; a disabled one accepts nothing and is not asked. */
  endpoints: facet({
    calls: ['ListListeners', 'ListEndpointGroups'],
    often: { ListEndpointGroups: 'per listener' },
    // it was deleted since it was listed
    absentOn: ['AcceleratorNotFoundException', 'ListenerNotFoundException'],
    async read(api, { arn, enabled }) {
      const found: AcceleratorEndpoint[] = [];
      if (enabled === false) return found;
      for await (const { Listeners } of api.pages('ListListeners', { AcceleratorArn: arn, MaxResults: 100 })) {
        for (const listener of Listeners ?? []) {
          if (listener.ListenerArn === undefined) continue;
          const pages = api.pages('ListEndpointGroups', { ListenerArn: listener.ListenerArn, MaxResults: 100 });
          for await (const { EndpointGroups } of pages)
            for (const group of EndpointGroups ?? []) found.push(...endpointsOf(listener, group));
        }
      }
      return found;
    },
  }),
}));

/** Something an accelerator sends to: a load balancer's ARN, an instance's id or an Elastic IP's allocation id. */
export interface AcceleratorEndpoint {
  readonly id: string;
  readonly region: string | undefined;
  /** `TCP` or `UDP`. */
  readonly protocol: string | undefined;
  /** Ports of the endpoint that are reached, both ends included. */
  readonly ports: readonly { readonly from: number; readonly to: number }[];
  /** Whether the endpoint sees the client's address. */
  readonly preservesClientIp: boolean | undefined;
}

/** A port override sends what comes in on one port of the listener to another one of the endpoints. */
function endpointsOf({ Protocol, PortRanges }: Listener, group: EndpointGroup): AcceleratorEndpoint[] {
  const overrides = group.PortOverrides ?? [];
  const ports = (PortRanges ?? []).flatMap(({ FromPort, ToPort }) =>
    FromPort === undefined || ToPort === undefined ? [] : without(FromPort, ToPort, overrides),
  );
  for (const { EndpointPort } of overrides)
    if (EndpointPort !== undefined) ports.push({ from: EndpointPort, to: EndpointPort });
  return (group.EndpointDescriptions ?? []).flatMap(({ EndpointId, ClientIPPreservationEnabled }) =>
    EndpointId === undefined
      ? []
      : [
          {
            id: EndpointId,
            region: group.EndpointGroupRegion,
            protocol: Protocol,
            ports,
            preservesClientIp: ClientIPPreservationEnabled,
          },
        ],
  );
}

function without(from: number, to: number, overrides: NonNullable<EndpointGroup['PortOverrides']>) {
  const left: { from: number; to: number }[] = [];
  let start = from;
  const cuts = overrides.flatMap(({ ListenerPort }) => ListenerPort ?? []).filter((port) => from <= port && port <= to);
  for (const port of cuts.sort((a, b) => a - b)) {
    if (start < port) left.push({ from: start, to: port - 1 });
    start = port + 1;
  }
  if (start <= to) left.push({ from: start, to });
  return left;
}
