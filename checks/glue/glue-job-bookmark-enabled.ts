import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { job } from '../../src/services/glue/job.ts';

export default state(job, 'glue-job-bookmark-enabled', {
  title: 'Glue jobs remember what they have read',
  unless: [{ at: 'kind', is: ['python', 'ray', 'streaming'], because: '{label} is of a kind that keeps no bookmarks' }],
  at: 'bookmark',
  is: {
    'job-bookmark-enable': pass('{label} goes on where it stopped'),
    'job-bookmark-disable': fail('{label} reads everything anew each time'),
    'job-bookmark-pause': fail(
      '{label} has its bookmark paused: it reads everything since its last mark anew each time',
    ),
  },
  unsaid: unknown('{label} has a bookmark option that this version does not know'),
  risk: 'Each run reads all that earlier ones have read: it takes longer, costs more, and may write rows twice.',
  fix: {
    text: 'Set `--job-bookmark-option` to `job-bookmark-enable`; the script has to name its sources (`transformation_ctx`) and commit. The definition of a job is given as a whole (`aws glue update-job`).',
  },
  references: ['https://docs.aws.amazon.com/glue/latest/dg/monitor-continuations.html'],
});
