import check from '../../../checks/accessanalyzer/accessanalyzer-external-analyzer-enabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { administersFor, delegationsUnread, manages, plainMember, toldMember } from '../../helpers/standing.ts';

const analyzer = (
  type: 'ACCOUNT' | 'ORGANIZATION' | 'ACCOUNT_UNUSED_ACCESS' | 'ORGANIZATION_INTERNAL_ACCESS',
  status: 'ACTIVE' | 'CREATING' | 'DISABLED' | 'FAILED' = 'ACTIVE',
) => ({
  name: `${type}-analyzer`,
  arn: `arn:aws:access-analyzer:eu-west-1:111122223333:analyzer/${type}`,
  type,
  status,
});
const having = (...analyzers: ReturnType<typeof analyzer>[]) => ({ analyzers });

const here = '111122223333';
checkSuite(check, { id: here, name: 'IAM Access Analyzer in eu-west-1', ...having(analyzer('ACCOUNT')) }, [
  { when: 'the account has an active analyzer', expect: 'pass' },
  { when: 'the organization has an active analyzer', given: having(analyzer('ORGANIZATION')), expect: 'pass' },
  {
    when: 'one of two is active',
    given: having(analyzer('ACCOUNT', 'DISABLED'), analyzer('ORGANIZATION')),
    expect: 'pass',
  },
  { when: 'there is no analyzer', given: having(), expect: 'fail', message: /no analyzer of external access/ },
  {
    when: 'analyzers look for unused and internal access only',
    given: having(analyzer('ACCOUNT_UNUSED_ACCESS'), analyzer('ORGANIZATION_INTERNAL_ACCESS')),
    expect: 'fail',
  },
  {
    when: 'the analyzer is disabled',
    given: having(analyzer('ACCOUNT', 'DISABLED')),
    expect: 'fail',
    message: /DISABLED, not ACTIVE/,
  },
  { when: 'the analyzer failed', given: having(analyzer('ORGANIZATION', 'FAILED')), expect: 'fail' },
  { when: 'a member has one of its own', along: plainMember, expect: 'pass' },
  {
    when: 'a member has none: the organization may have one',
    along: plainMember,
    given: having(),
    expect: 'not-applicable',
    message: /judged in account 999988887777, or/,
  },
  {
    when: 'a member has one that is disabled',
    along: plainMember,
    given: having(analyzer('ACCOUNT', 'DISABLED')),
    expect: 'not-applicable',
  },
  {
    when: 'the management account has none and delegates to nobody',
    along: manages(),
    given: having(),
    expect: 'fail',
  },
  {
    when: 'the management account has none and delegates',
    along: manages({ '444455556666': ['access-analyzer.amazonaws.com'] }),
    given: having(),
    expect: 'not-applicable',
    message: /judged in account 444455556666/,
  },
  {
    when: 'the delegated administrator has none',
    along: administersFor('access-analyzer.amazonaws.com'),
    given: having(),
    expect: 'fail',
  },
  {
    when: 'the delegated administrator of another service is told another one',
    along: toldMember({ '444455556666': ['access-analyzer.amazonaws.com'], [here]: [] }),
    given: having(),
    expect: 'not-applicable',
  },
  {
    when: 'the delegated administrator has one of the organization',
    along: administersFor('access-analyzer.amazonaws.com'),
    given: having(analyzer('ORGANIZATION')),
    expect: 'pass',
  },
  {
    when: 'who administers analyzers was not read',
    along: plainMember,
    unreadAlong: delegationsUnread,
    given: having(),
    expect: 'unknown',
  },
  {
    when: 'who administers analyzers was not read, and there is an active one',
    along: plainMember,
    unreadAlong: delegationsUnread,
    expect: 'pass',
  },
]);
