import { noSecrets } from '../../src/judgements/secrets/secrets.ts';
import { job } from '../../src/services/glue/job.ts';

export default noSecrets(job, 'glue-job-arguments-no-secrets', {
  title: 'Arguments of Glue jobs hold no secrets',
  in: 'argumentSecrets',
  place: 'its arguments',
  expected: 'the name of a secret, which the script reads',
  risk: 'Whoever may read jobs or their runs, which are kept, reads the secret.',
  fix: {
    text: 'Rotate the secret, keep it in Secrets Manager, and give the job its name: the script reads it, and its role has to be allowed to. The definition of a job is given as a whole (`aws glue update-job`).',
  },
  references: ['https://docs.aws.amazon.com/glue/latest/dg/aws-glue-programming-etl-glue-arguments.html'],
});
