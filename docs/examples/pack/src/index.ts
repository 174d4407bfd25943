import { definePack } from 'aws-posture-audit';
import { brief } from './brief.ts';
import { enforced } from './enforced.ts';
import { workGroup } from './work-group.ts';

export default definePack({
  checks: [enforced],
  resourceTypes: [workGroup],
  frameworks: [
    {
      key: 'acme_data',
      name: 'Acme rules for data',
      version: '1',
      requirements: [{ id: 'D1', checks: ['athena-work-group-enforces-settings', 's3-bucket-not-public'] }],
    },
  ],
  reports: [brief],
});
