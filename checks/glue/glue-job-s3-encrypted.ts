import { encryptedByConfiguration } from '../../src/judgements/encryption/glue.ts';
import { job } from '../../src/services/glue/job.ts';

export default encryptedByConfiguration(job, 'glue-job-s3-encrypted', {
  title: 'Glue jobs encrypt what they write to S3',
  part: 's3',
  risk: 'Without it results and temporary files have what the bucket happens to give, not the key that protects the data.',
  fix: {
    text: 'Make a security configuration that encrypts it with a key of your own (`aws glue create-security-configuration`), let the role use the key, and name the configuration in the job, whose definition is given as a whole (`aws glue update-job`).',
  },
  references: ['https://docs.aws.amazon.com/glue/latest/dg/encryption-security-configuration.html'],
});
