import { resource } from '../../inventory/resource.ts';
import { tagging } from '../tagging/service.ts';
import { backup } from './service.ts';

/** What AWS Backup backs up, in the words of the tagging API; virtual machines and stacks are not among them. */
const backedUp = [
  'dynamodb:table',
  'ec2:instance',
  'ec2:volume',
  'elasticfilesystem:file-system',
  'fsx:file-system',
  'rds:cluster',
  'rds:db',
  'redshift:cluster',
  's3',
  'storagegateway:gateway',
];

/** AWS Backup of a region, whether or not it is used there. */
export const backupRegion = resource(backup, 'AWS::::Account', {
  calls: [],
  singleton: true,
  async *list(api) {
    yield { id: api.account, name: `AWS Backup in ${api.region}` };
  },
  arn: ({ id }, { partition, region }) => `arn:${partition}:backup:${region}:${id}:settings`,
}).facets((facet) => ({
  /** By ARN, when a resource was last backed up; what has no recovery point is not there. */
  protected: facet({
    calls: ['ListProtectedResources'],
    async read(api) {
      const found: Record<string, string | undefined> = {};
      for await (const { Results } of api.pages('ListProtectedResources', { MaxResults: 1000 }))
        for (const { ResourceArn: arn, LastBackupTime } of Results ?? [])
          if (arn !== undefined) found[arn] = LastBackupTime?.toISOString();
      return found;
    },
  }),
  /** Resources that have tags and that AWS Backup can back up. */
  tagged: facet.from(tagging, {
    calls: ['GetResources'],
    async read(api) {
      const found: { readonly arn: string; readonly tags: Readonly<Record<string, string>> }[] = [];
      const asked = { ResourceTypeFilters: backedUp, ResourcesPerPage: 100 };
      for await (const { ResourceTagMappingList } of api.pages('GetResources', asked))
        for (const { ResourceARN: arn, Tags } of ResourceTagMappingList ?? []) {
          const tags = (Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value] as const);
          // What had tags once and has none now is listed too: https://docs.aws.amazon.com/resourcegroupstagging/latest/APIReference/API_GetResources.html
          if (arn !== undefined && tags.length > 0) found.push({ arn, tags: Object.fromEntries(tags) });
        }
      return found;
    },
  }),
}));
