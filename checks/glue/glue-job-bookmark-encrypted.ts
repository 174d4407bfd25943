import { encryptedByConfiguration } from '../../src/judgements/encryption/glue.ts';
import { job } from '../../src/services/glue/job.ts';

export default encryptedByConfiguration(job, 'glue-job-bookmark-encrypted', {
  title: 'Glue jobs encrypt their bookmarks',
  part: 'bookmarks',
  risk: 'Bookmarks are kept in S3 and tell which data there is and how far it was read.',
  fix: {
    text: 'Make a security configuration that encrypts it with a key of your own (`aws glue create-security-configuration`), let the role use the key, and name the configuration in the job, whose definition is given as a whole (`aws glue update-job`).',
  },
  references: ['https://docs.aws.amazon.com/glue/latest/dg/encryption-security-configuration.html'],
});
