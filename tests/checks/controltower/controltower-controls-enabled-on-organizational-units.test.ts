import check from '../../../checks/controltower/controltower-controls-enabled-on-organizational-units.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { control, governing, ungovernedCases } from './governed.ts';

checkSuite(check, { id: 'ou-ab12-inner', name: 'Shop', parent: 'ou-ab12-outer' }, [
  ...ungovernedCases,
  {
    when: 'it has one',
    along: governing([], [control('ou-ab12-inner'), control('ou-ab12-inner')]),
    expect: 'pass',
    message: /has 2 controls/,
  },
  { when: 'the unit above has one', along: governing([], [control('ou-ab12-outer')]), expect: 'pass' },
  { when: 'another unit has one', along: governing([], [control('ou-ab12-other')]), expect: 'fail' },
  { when: 'enabling it failed', along: governing([], [control('ou-ab12-inner', 'FAILED')]), expect: 'fail' },
]);
