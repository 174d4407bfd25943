import { state } from '../../src/engine/forms/index.ts';
import { isolatedJobs } from '../../src/judgements/network/monitoring-jobs.ts';
import { modelBiasJob } from '../../src/services/sagemaker/monitoring-jobs.ts';

export default state(modelBiasJob, 'sagemaker-bias-job-network-isolated', {
  title: 'Definitions of model bias jobs isolate their containers from the network',
  ...isolatedJobs,
  references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html#sagemaker-12'],
});
