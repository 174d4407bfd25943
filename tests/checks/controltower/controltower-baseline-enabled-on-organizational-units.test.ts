import check from '../../../checks/controltower/controltower-baseline-enabled-on-organizational-units.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { baseline, governing, ungovernedCases } from './governed.ts';

checkSuite(check, { id: 'ou-ab12-inner', name: 'Shop', parent: 'ou-ab12-outer' }, [
  ...ungovernedCases,
  { when: 'it has it', along: governing([baseline('ou-ab12-inner')]), expect: 'pass' },
  {
    when: 'the unit above has it',
    along: governing([baseline('ou-ab12-outer')]),
    expect: 'fail',
    message: /Shop has no baseline/,
  },
  { when: 'enabling it failed', along: governing([baseline('ou-ab12-inner', 'FAILED')]), expect: 'fail' },
  { when: 'it is being changed', along: governing([baseline('ou-ab12-inner', 'UNDER_CHANGE')]), expect: 'unknown' },
  {
    when: 'it holds the audit account',
    along: governing([baseline('444455556666', 'SUCCEEDED', 'AuditBaseline')]),
    expect: 'not-applicable',
  },
]);
