import { customerKey } from '../../src/judgements/encryption/encryption.ts';
import { brewJob, outputEncryption } from '../../src/services/gluedatabrew/job.ts';

export default customerKey(brewJob, 'gluedatabrew-job-output-encrypted-cmk', {
  title: 'Jobs of DataBrew encrypt their output with customer managed keys',
  by: outputEncryption,
  risk: "With keys of AWS nobody decides by a key's policy who may decrypt the results.",
  fix: {
    text: 'Name a key of your own, and let the role of the job use it. The definition of a job is given as a whole: `aws databrew update-recipe-job` or `update-profile-job`.',
  },
  references: ['https://docs.aws.amazon.com/databrew/latest/dg/encryption-at-rest.html'],
});
