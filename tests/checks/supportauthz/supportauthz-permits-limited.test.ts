import check from '../../../checks/supportauthz/supportauthz-permits-limited.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const now = '2026-11-01T00:00:00.000Z';
const base = {
  id: 'case-1',
  arn: 'arn:aws:supportauthz:eu-west-1:111122223333:support-permit/case-1',
  name: 'case-1',
  status: 'ACTIVE' as const,
  actions: ['rds:look'] as 'all' | readonly string[] | undefined,
  resources: ['arn:aws:rds:eu-west-1:111122223333:db:shop'] as 'all' | readonly string[] | undefined,
  begins: undefined,
  ends: '2026-11-10T00:00:00.000Z' as string | undefined,
};

checkSuite(check, base as never, [
  { when: 'it is limited', now, expect: 'pass', message: /until 2026-11-10$/ },
  {
    when: 'it is for every action',
    now,
    given: { actions: 'all' },
    expect: 'fail',
    message: /has every action; expected/,
  },
  {
    when: 'it is for every resource',
    now,
    given: { resources: 'all' },
    expect: 'fail',
    message: /every resource of the region/,
  },
  { when: 'it has no end', now, given: { ends: undefined as never }, expect: 'fail', message: /has no end;/ },
  {
    when: 'it ends in a year',
    now,
    given: { ends: '2027-11-01T00:00:00.000Z' },
    expect: 'fail',
    message: /an end on 2027-11-01, more than 30 days ahead/,
  },
  {
    when: 'it ends in a year, as it may',
    now,
    given: { ends: '2027-11-01T00:00:00.000Z' },
    settings: { days: 400 },
    expect: 'pass',
  },
  {
    when: 'it is for everything for ever',
    now,
    given: { actions: 'all', resources: 'all', ends: undefined as never },
    expect: 'fail',
    message: /every action and every resource of the region and no end/,
  },
  { when: 'it is inactive', now, given: { status: 'INACTIVE', actions: 'all' }, expect: 'not-applicable' },
  {
    when: 'it is being deleted',
    now,
    given: { status: 'DELETING', ends: undefined as never },
    expect: 'not-applicable',
  },
  {
    when: 'it has ended',
    now,
    given: { ends: '2026-10-31T23:59:59.000Z', actions: 'all' },
    expect: 'not-applicable',
    message: /ended on 2026-10-31/,
  },
  { when: 'its actions are of an unknown kind', now, given: { actions: undefined as never }, expect: 'unknown' },
  { when: 'its resources are of an unknown kind', now, given: { resources: undefined as never }, expect: 'unknown' },
  {
    when: 'its resources are of an unknown kind, and it is for every action',
    now,
    given: { resources: undefined as never, actions: 'all' },
    expect: 'fail',
  },
  { when: 'its status is not said', now, given: { status: undefined as never, actions: 'all' }, expect: 'unknown' },
  { when: 'its status is one of tomorrow', now, given: { status: 'PAUSED' as never }, expect: 'unknown' },
]);
