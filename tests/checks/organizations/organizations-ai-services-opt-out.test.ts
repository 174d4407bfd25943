import check from '../../../checks/organizations/organizations-ai-services-opt-out.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { manages, plainMember, standsAlone } from '../../helpers/standing.ts';
import { policies, roots } from './attached-cases.ts';

const type = 'AISERVICES_OPT_OUT_POLICY';
const says = (choice: string, service = 'default') => ({
  services: { [service]: { opt_out_policy: { '@@assign': choice } } },
});
const given = (document: unknown, ...targets: readonly string[]) => ({
  ...manages(),
  ...roots(type),
  ...policies(type, { targets }),
  documents: [{ id: 'p-0', document }] as never[],
});
const none = { '@@operators_allowed_for_child_policies': ['@@none'] };
/** As AWS's example that nobody below can change. */
const locked = {
  services: { ...none, default: { ...none, opt_out_policy: { ...none, '@@assign': 'optOut' } } },
};
const both = (root: unknown, below: unknown, ...targets: readonly string[]) => ({
  ...manages(),
  ...roots(type),
  ...policies(type, { targets: ['r-ab12'] }, { targets }),
  documents: [
    { id: 'p-0', document: root },
    { id: 'p-1', document: below },
  ] as never[],
});
const except = (service: string) => ({ services: { ...says('optOut').services, ...says('optIn', service).services } });

checkSuite(check, { id: '111122223333', name: 'The organization' }, [
  { when: 'the root opts out', along: given(says('optOut'), 'r-ab12'), expect: 'pass' },
  { when: 'the root opts in', along: given(says('optIn'), 'r-ab12'), expect: 'fail', message: /do not opt out of all/ },
  { when: 'it opts out of one service', along: given(says('optOut', 'lex'), 'r-ab12'), expect: 'fail' },
  {
    when: 'a unit alone opts out',
    along: given(says('optOut'), 'ou-ab12-a'),
    expect: 'fail',
    message: /none on its root/,
  },
  // AWS's own example of a policy: all but one service.
  {
    when: 'the root opts out of all but one service',
    along: given(except('rekognition'), 'r-ab12'),
    expect: 'fail',
    message: /but in again by own-0 \(rekognition\)$/,
  },
  {
    when: 'a policy on the root opts one service in',
    along: both(says('optOut'), says('optIn', 'lex'), 'r-ab12'),
    expect: 'fail',
    message: /own-1 \(lex\)/,
  },
  {
    when: 'policies on the root contradict each other',
    along: both(says('optOut'), says('optIn'), 'r-ab12'),
    expect: 'unknown',
  },
  {
    when: 'a unit opts in again',
    along: both(says('optOut'), says('optIn'), 'ou-ab12-a'),
    expect: 'fail',
    message: /own-1 \(all services\)/,
  },
  { when: 'an account opts one in', along: both(says('optOut'), says('optIn', 'lex'), '444455556666'), expect: 'fail' },
  { when: 'a unit opts in where it may not', along: both(locked, says('optIn'), 'ou-ab12-a'), expect: 'pass' },
  {
    when: 'a unit opts one in where it may not',
    along: both(locked, says('optIn', 'lex'), 'ou-ab12-a'),
    expect: 'pass',
  },
  {
    when: 'only the choice for all is locked, and a unit opts one in',
    along: both(
      { services: { default: { opt_out_policy: { ...none, '@@assign': 'optOut' } } } },
      says('optIn', 'lex'),
      'ou-ab12-a',
    ),
    expect: 'fail',
  },
  {
    when: 'the lock is beside the choice',
    along: both({ services: { ...none, ...says('optOut').services } }, says('optIn'), 'ou-ab12-a'),
    expect: 'unknown',
  },
  {
    when: 'a unit opts out once more',
    along: both(says('optOut'), says('optOut', 'lex'), 'ou-ab12-a'),
    expect: 'pass',
  },
  { when: 'one that is attached nowhere opts in', along: both(says('optOut'), says('optIn')), expect: 'pass' },
  { when: 'one below cannot be read', along: both(says('optOut'), undefined, 'ou-ab12-a'), expect: 'unknown' },
  { when: 'one below cannot be read and says nothing', along: both(locked, undefined, 'ou-ab12-a'), expect: 'pass' },
  { when: 'it is spelt otherwise', along: given(says('OPTOUT'), 'r-ab12'), expect: 'fail' },
  { when: 'it cannot be read', along: given(undefined, 'r-ab12'), expect: 'unknown' },
  { when: 'there is none', along: { ...manages(), ...roots(type) }, expect: 'fail' },
  {
    when: 'the type is turned off',
    along: { ...manages(), ...roots('TAG_POLICY') },
    expect: 'fail',
    message: /turned off/,
  },
  { when: 'the account is a plain member', along: plainMember, expect: 'not-applicable' },
  { when: 'the account stands alone', along: standsAlone, expect: 'not-applicable' },
]);
