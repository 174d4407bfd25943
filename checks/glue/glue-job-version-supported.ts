import { fail, pass, unknown } from '../../src/engine/check.ts';
import { number } from '../../src/engine/forms/index.ts';
import { job } from '../../src/services/glue/job.ts';

export default number(job, 'glue-job-version-supported', {
  title: 'Glue jobs run on a version that is supported',
  settings: {
    version: { type: 'integer', default: 3, min: 1, describe: 'version of Glue that a job runs on at least' },
  },
  unless: [{ at: 'kind', is: ['python', 'ray'], because: '{label} is no job of Spark' }],
  at: 'version',
  atLeast: 'version',
  pass: pass('{label} runs on Glue {version}'),
  fail: fail('{label} runs on Glue {version}; expected {settings.version} or newer'),
  unsaid: unknown('AWS does not say on which version of Glue {label} runs'),
  risk: 'Versions that have reached their end get no corrections, of Spark and Python neither, and jobs on them can stop working.',
  fix: {
    text: 'Move the job to a newer version, and try it first: Spark and Python change with it. The definition of a job is given as a whole (`aws glue update-job`).',
  },
  references: [
    'https://docs.aws.amazon.com/glue/latest/dg/glue-version-support-policy.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/glue-controls.html#glue-4',
  ],
});
