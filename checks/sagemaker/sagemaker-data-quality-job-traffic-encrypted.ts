import { state } from '../../src/engine/forms/index.ts';
import { encryptedJobs } from '../../src/judgements/network/monitoring-jobs.ts';
import { dataQualityJob } from '../../src/services/sagemaker/monitoring-jobs.ts';

export default state(dataQualityJob, 'sagemaker-data-quality-job-traffic-encrypted', {
  title: 'Definitions of data quality jobs encrypt the traffic between instances',
  ...encryptedJobs,
  references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html#sagemaker-9'],
});
