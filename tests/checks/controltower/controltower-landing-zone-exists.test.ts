import check from '../../../checks/controltower/controltower-landing-zone-exists.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { baseline, control, governing, ungovernedCases, unread } from './governed.ts';

checkSuite(check, { id: '111122223333', name: 'The organization' }, [
  ...ungovernedCases.map((c) => (c.when === 'Control Tower is not trusted' ? ({ ...c, expect: 'fail' } as const) : c)),
  {
    when: 'a region keeps baselines',
    along: governing([baseline('ou-ab12-outer')]),
    expect: 'pass',
    message: /in eu-west-1, with 1 baselines and 0/,
  },
  { when: 'a region keeps controls only', along: governing([], [control('ou-ab12-outer')]), expect: 'pass' },
  {
    when: 'a region keeps baselines, and another was not read',
    along: governing([baseline('ou-ab12-outer')]),
    unreadAlong: { controlTowers: unread },
    expect: 'pass',
  },
]);
