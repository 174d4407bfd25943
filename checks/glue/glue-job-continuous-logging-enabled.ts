import { fail, pass } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { job } from '../../src/services/glue/job.ts';

export default state(job, 'glue-job-continuous-logging-enabled', {
  title: 'Glue jobs log while they run',
  unless: [
    { at: 'kind', is: ['python', 'ray'], because: '{label} is of a kind that has no such setting' },
    // https://docs.aws.amazon.com/glue/latest/dg/monitor-continuous-logging.html
    {
      such: { version: 5, kind: 'spark' },
      when: ({ name, version }) =>
        version !== undefined && version >= 5
          ? pass(`job ${name} logs while it runs, as all of Glue ${version.toFixed(1)} do`)
          : undefined,
    },
  ],
  at: 'continuousLog',
  is: {
    true: pass('{label} logs while it runs'),
    false: fail('{label} does not log while it runs'),
  },
  risk: 'What a job does is seen when it ends: one that is killed, or that reads too much, leaves nothing to look at.',
  fix: {
    text: 'Set `--enable-continuous-cloudwatch-log` to true; logs are paid for. The definition of a job is given as a whole (`aws glue update-job`).',
  },
  references: ['https://docs.aws.amazon.com/glue/latest/dg/monitor-continuous-logging-enable.html'],
});
