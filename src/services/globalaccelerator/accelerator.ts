import { resource } from '../../inventory/resource.ts';
import { globalaccelerator } from './service.ts';

/** A standard accelerator; the list leaves out custom routing accelerators, which Shield Advanced cannot protect either. */
export const accelerator = resource(globalaccelerator, 'AWS::GlobalAccelerator::Accelerator', {
  calls: ['ListAccelerators'],
  resumable: 'ListAccelerators',
  async *list(api) {
    for await (const page of api.pages('ListAccelerators')) {
      for (const each of page.Accelerators ?? []) {
        if (each.AcceleratorArn === undefined) continue;
        yield {
          id: each.AcceleratorArn.split('/').at(-1) ?? each.AcceleratorArn,
          arn: each.AcceleratorArn,
          name: each.Name,
          enabled: each.Enabled,
          status: each.Status,
          dnsName: each.DnsName,
          ipAddressType: each.IpAddressType,
          addresses: (each.IpSets ?? []).flatMap(({ IpAddresses }) => IpAddresses ?? []),
        };
      }
    }
  },
});
