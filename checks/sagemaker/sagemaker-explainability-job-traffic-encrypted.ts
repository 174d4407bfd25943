import { state } from '../../src/engine/forms/index.ts';
import { encryptedJobs } from '../../src/judgements/network/monitoring-jobs.ts';
import { explainabilityJob } from '../../src/services/sagemaker/monitoring-jobs.ts';

export default state(explainabilityJob, 'sagemaker-explainability-job-traffic-encrypted', {
  title: 'Definitions of explainability jobs encrypt the traffic between instances',
  ...encryptedJobs,
  references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html#sagemaker-10'],
});
