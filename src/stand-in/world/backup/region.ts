import { answers, here } from '../../answers.ts';
import { arnOf, daysAgo } from '../../facts.ts';

export default answers('backup', {
  ListProtectedResources: here({
    Results: [
      {
        ResourceArn: arnOf('elasticfilesystem', 'file-system/fs-kept01'),
        ResourceType: 'EFS',
        LastBackupTime: daysAgo(1),
      },
    ],
  }),
});
