import { resource } from '../../inventory/resource.ts';
import { backup } from './service.ts';

/** AWS Backup of a region, whether or not it is used there. */
export const backupRegion = resource(backup, 'AWS::::Account', {
  calls: [],
  singleton: true,
  async *list(api) {
    yield { id: api.account, name: `AWS Backup in ${api.region}` };
  },
  arn: ({ id }, { partition, region }) => `arn:${partition}:backup:${region}:${id}:settings`,
});
