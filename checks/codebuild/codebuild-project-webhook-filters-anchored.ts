import { fail, notApplicable, pass } from '../../src/engine/check.ts';
import { each } from '../../src/engine/forms/index.ts';
import { project } from '../../src/services/codebuild/project.ts';
import { isAnchored } from '../../src/text/anchored.ts';

/** Filters that say who or what starts a build, by a pattern that may match within a text. */
const minded: readonly (string | undefined)[] = ['ACTOR_ACCOUNT_ID', 'HEAD_REF', 'BASE_REF'];

export default each(project, 'codebuild-project-webhook-filters-anchored', {
  title: 'Filters of webhooks match whole names',
  list: 'filters',
  test: ({ type, pattern, excludes }) => {
    if (!minded.includes(type) || excludes) return 'skip';
    if (pattern === undefined) return 'unsaid';
    return isAnchored(pattern) ? 'good' : 'bad';
  },
  such: {
    good: { type: 'ACTOR_ACCOUNT_ID', pattern: '^(12345|67890)$', excludes: false },
    bad: { type: 'ACTOR_ACCOUNT_ID', pattern: '^12345', excludes: false },
  },
  called: ({ type, pattern }) => `${type ?? ''} ${pattern ?? ''}`.trim(),
  pass: pass('{label} has filters that match whole names: {good:some}'),
  fail: fail('{label} has filters that match within longer names: {bad:some}; expected ^ before and $ after each'),
  none: notApplicable('{label} has no filter by person or branch'),
  unsaid: notApplicable('{label} has no webhook with filters'),
  risk: 'Who registers an account whose number holds the one that is meant, or names a branch so, has builds run with the role of the project.',
  fix: {
    text: 'Put `^` before and `$` after each pattern, around each alternative of it: the filters of a webhook are given as a whole (`aws codebuild update-webhook --filter-groups`).',
  },
  references: ['https://docs.aws.amazon.com/codebuild/latest/userguide/github-webhook-events.html'],
});
