import { answers, here } from '../../answers.ts';
import { arnOf } from '../../facts.ts';

const critical = [{ Key: 'Criticality', Value: 'High' }];

/** A critical file system that is backed up, and a critical database that is not. */
export default answers('resource-groups-tagging-api', {
  GetResources: here({
    ResourceTagMappingList: [
      { ResourceARN: arnOf('elasticfilesystem', 'file-system/fs-kept01'), Tags: critical },
      { ResourceARN: arnOf('rds', 'db:orders'), Tags: critical },
      { ResourceARN: arnOf('rds', 'db:legacy'), Tags: [{ Key: 'backup', Value: 'never' }] },
    ],
  }),
});
