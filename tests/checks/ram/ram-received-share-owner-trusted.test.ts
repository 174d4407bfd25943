import check from '../../../checks/ram/ram-received-share-owner-trusted.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { plainMember, standsAlone } from '../../helpers/standing.ts';
import { ownShare } from './shares.ts';

const received = { ...ownShare, received: true, owner: '444455556666' as string | undefined };

checkSuite(check, received, [
  {
    when: 'nobody knows the owner',
    along: plainMember,
    expect: 'fail',
    message: /from account 444455556666, neither known/,
  },
  { when: 'the owner is trusted', along: plainMember, trustedAccounts: ['444455556666'], expect: 'pass' },
  {
    when: 'it is shared within an organization only, which is then the own one',
    given: { allowsExternal: false },
    along: plainMember,
    expect: 'pass',
  },
  { when: 'the account stands alone', along: standsAlone, expect: 'fail' },
  { when: 'AWS does not name the owner', given: { owner: undefined }, along: plainMember, expect: 'unknown' },
  { when: 'the share is its own', given: { received: false }, along: plainMember, expect: 'not-applicable' },
]);
