import { state } from '../../src/engine/forms/index.ts';
import { encryptedJobs } from '../../src/judgements/network/monitoring-jobs.ts';
import { modelQualityJob } from '../../src/services/sagemaker/monitoring-jobs.ts';

export default state(modelQualityJob, 'sagemaker-model-quality-job-traffic-encrypted', {
  title: 'Definitions of model quality jobs encrypt the traffic between instances',
  ...encryptedJobs,
  references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html#sagemaker-13'],
});
