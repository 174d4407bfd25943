import check from '../../../checks/controltower/controltower-accounts-enrolled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { baseline, governing, ungovernedCases } from './governed.ts';

checkSuite(check, { id: '111122223333', name: 'The organization' }, [
  ...ungovernedCases,
  { when: 'each is enrolled', along: governing([baseline('444455556666')]), expect: 'pass' },
  {
    when: 'one is not',
    along: governing([baseline('ou-ab12-outer')]),
    expect: 'fail',
    message: /1 of 1 member accounts not enrolled: 444455556666 \(shop\)/,
  },
  { when: 'enrolling failed', along: governing([baseline('444455556666', 'FAILED')]), expect: 'fail' },
  {
    when: 'another baseline is on it',
    along: governing([baseline('444455556666', 'SUCCEEDED', 'BackupBaseline')]),
    expect: 'fail',
  },
  {
    when: 'it is the log archive of the landing zone',
    along: governing([baseline('444455556666', 'SUCCEEDED', 'LogArchiveBaseline')]),
    expect: 'pass',
  },
  {
    when: 'there is only the management account',
    along: { ...governing([baseline('ou-ab12-outer')]), accounts: governing([]).accounts.slice(0, 1) },
    expect: 'not-applicable',
  },
]);
