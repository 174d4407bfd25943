import check from '../../../checks/accessanalyzer/accessanalyzer-internal-access-analyzer-enabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { administersFor, delegationsUnread, manages, plainMember, standsAlone } from '../../helpers/standing.ts';

const analyzer = (type: string | undefined, status: string | undefined = 'ACTIVE') => ({
  name: 'inside' as string | undefined,
  arn: 'arn:aws:access-analyzer:eu-west-1:111122223333:analyzer/inside' as string | undefined,
  type: type as 'ACCOUNT' | undefined,
  status: status as 'ACTIVE' | undefined,
});
const all = (...analyzers: ReturnType<typeof analyzer>[]) => ({ analyzers });

checkSuite(check, { id: '111122223333', name: 'IAM Access Analyzer in eu-west-1', ...all() }, [
  { when: 'there is none', along: standsAlone, expect: 'fail' },
  { when: 'the account has one', given: all(analyzer('ACCOUNT_INTERNAL_ACCESS')), along: plainMember, expect: 'pass' },
  {
    when: 'it is of the organization',
    given: all(analyzer('ORGANIZATION_INTERNAL_ACCESS')),
    along: manages(),
    expect: 'pass',
  },
  {
    when: 'others look for access from outside and unused',
    given: all(analyzer('ACCOUNT'), analyzer('ACCOUNT_UNUSED_ACCESS')),
    along: standsAlone,
    expect: 'fail',
  },
  {
    when: 'it is disabled',
    given: all(analyzer('ACCOUNT_INTERNAL_ACCESS', 'DISABLED')),
    along: standsAlone,
    expect: 'fail',
    message: /DISABLED, not ACTIVE/,
  },
  {
    when: 'a second one works',
    given: all(analyzer('ACCOUNT_INTERNAL_ACCESS', 'FAILED'), analyzer('ACCOUNT_INTERNAL_ACCESS')),
    along: standsAlone,
    expect: 'pass',
  },
  { when: 'the management account has none', along: manages(), expect: 'fail' },
  {
    when: 'the management account delegates it',
    along: manages({ '444455556666': ['access-analyzer.amazonaws.com'] }),
    expect: 'not-applicable',
  },
  { when: 'a member has none', along: plainMember, expect: 'not-applicable' },
  {
    when: 'the delegated administrator has none',
    along: administersFor('access-analyzer.amazonaws.com'),
    expect: 'fail',
  },
  {
    when: 'who administers it was not read',
    along: { ownOrganization: manages().ownOrganization },
    unreadAlong: delegationsUnread,
    expect: 'unknown',
  },
]);
