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
