import { state } from '../../src/engine/forms/index.ts';
import { encryptedJobs } from '../../src/judgements/network/monitoring-jobs.ts';
import { modelBiasJob } from '../../src/services/sagemaker/monitoring-jobs.ts';

export default state(modelBiasJob, 'sagemaker-bias-job-traffic-encrypted', {
  title: 'Definitions of model bias jobs encrypt the traffic between instances',
  ...encryptedJobs,
  references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html#sagemaker-15'],
});
