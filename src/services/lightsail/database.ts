import { everyPage } from '../../aws/pages.ts';
import { resource } from '../../inventory/resource.ts';
import { lightsail } from './service.ts';

/** A database. */
export const database = resource(lightsail, 'AWS::Lightsail::Database', {
  calls: ['GetRelationalDatabases'],
  references: ['https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_RelationalDatabase.html'],
  async *list(api) {
    const pages = everyPage(
      (pageToken) => api.call('GetRelationalDatabases', pageToken === undefined ? {} : { pageToken }),
      (page) => page.nextPageToken,
    );
    for await (const page of pages)
      for (const found of page.relationalDatabases ?? []) {
        if (found.name === undefined || found.arn === undefined) continue;
        yield {
          id: found.name,
          arn: found.arn,
          tags: Object.fromEntries((found.tags ?? []).map(({ key = '', value = '' }) => [key, value])),
          public: found.publiclyAccessible,
        };
      }
  },
  label: ({ id }) => `database ${id}`,
});
