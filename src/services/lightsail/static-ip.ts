import { everyPage } from '../../aws/pages.ts';
import { resource } from '../../inventory/resource.ts';
import { lightsail } from './service.ts';

/** An address that stays the same. */
export const staticIp = resource(lightsail, 'AWS::Lightsail::StaticIp', {
  calls: ['GetStaticIps'],
  references: ['https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_StaticIp.html'],
  async *list(api) {
    const pages = everyPage(
      (pageToken) => api.call('GetStaticIps', pageToken === undefined ? {} : { pageToken }),
      (page) => page.nextPageToken,
    );
    for await (const page of pages)
      for (const found of page.staticIps ?? []) {
        if (found.name === undefined || found.arn === undefined) continue;
        yield {
          id: found.name,
          arn: found.arn,
          attached: found.isAttached,
          attachedTo: found.attachedTo,
        };
      }
  },
  label: ({ id }) => `static IP ${id}`,
});
