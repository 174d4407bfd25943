import { everyPage } from '../../aws/pages.ts';
import { resource } from '../../inventory/resource.ts';
import { lightsail } from './service.ts';

/** A virtual server. */
export const lightsailInstance = resource(lightsail, 'AWS::Lightsail::Instance', {
  calls: ['GetInstances'],
  narrows: { GetInstances: { includeHealthStatus: 'unless given' } },
  references: ['https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_Instance.html'],
  async *list(api) {
    const pages = everyPage(
      (pageToken) => api.call('GetInstances', pageToken === undefined ? {} : { pageToken }),
      (page) => page.nextPageToken,
    );
    for await (const page of pages)
      for (const found of page.instances ?? []) {
        if (found.name === undefined || found.arn === undefined) continue;
        yield {
          id: found.name,
          arn: found.arn,
          tags: Object.fromEntries((found.tags ?? []).map(({ key = '', value = '' }) => [key, value])),
          ipAddressType: found.ipAddressType,
          automaticSnapshots: found.addOns?.some(({ name, status }) => name === 'AutoSnapshot' && status === 'Enabled'),
          ports: found.networking?.ports?.map((one) => ({
            from: one.fromPort,
            to: one.toPort,
            protocol: one.protocol,
            outbound: one.accessDirection === 'outbound',
            cidrs: one.cidrs,
            ipv6Cidrs: one.ipv6Cidrs,
          })),
        };
      }
  },
  label: ({ id }) => `instance ${id}`,
});
