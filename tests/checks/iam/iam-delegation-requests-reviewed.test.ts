import check from '../../../checks/iam/iam-delegation-requests-reviewed.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const request = (state: string | undefined, more: object = {}) => ({
  id: 'dr-0123456789abcdef',
  requestor: '444455556666' as string | undefined,
  requestorName: 'Acme Backup' as string | undefined,
  state: state as 'ASSIGNED' | undefined,
  createdAt: '2026-05-01T00:00:00.000Z',
  expiresAt: '2099-05-01T00:00:00.000Z',
  ...more,
});
const requests = (...delegationRequests: ReturnType<typeof request>[]) => ({ delegationRequests });
const past = { expiresAt: '2020-01-01T00:00:00.000Z' };

checkSuite(check, { id: '111122223333', name: 'The account', ...requests() }, [
  { when: 'there are none', expect: 'pass' },
  ...['UNASSIGNED', 'ASSIGNED', 'PENDING_APPROVAL'].map((state) => ({
    when: `one is ${state}`,
    given: requests(request(state)),
    expect: 'fail' as const,
    message: /1 request for rights undecided, of Acme Backup \(account 444455556666\)/,
    fix: { cli: 'aws iam reject-delegation-request --delegation-request-id dr-0123456789abcdef' },
  })),
  ...['ACCEPTED', 'FINALIZED'].flatMap((state) => [
    {
      when: `one is ${state}`,
      given: requests(request(state)),
      expect: 'fail' as const,
      message: /rights given to Acme Backup .* does not call trusted/,
    },
    {
      when: `one of a trusted account is ${state}`,
      given: requests(request(state)),
      trustedAccounts: ['444455556666'],
      expect: 'pass' as const,
    },
    { when: `one is ${state}, and over`, given: requests(request(state, past)), expect: 'pass' as const },
  ]),
  {
    when: 'one of a trusted account waits',
    given: requests(request('ASSIGNED')),
    trustedAccounts: ['444455556666'],
    expect: 'fail',
  },
  { when: 'one waited until it was over', given: requests(request('ASSIGNED', past)), expect: 'pass' },
  { when: 'they are over', given: requests(request('REJECTED'), request('EXPIRED')), expect: 'pass' },
  {
    when: 'one waits and one was given',
    given: requests(request('ASSIGNED'), request('ACCEPTED', { requestorName: undefined, requestor: undefined })),
    expect: 'fail',
    message: /and rights given to request dr-0123/,
  },
  {
    when: 'one is in a state of tomorrow',
    given: requests(request('SUSPENDED')),
    expect: 'unknown',
    message: /SUSPENDED/,
  },
  { when: 'one is in no state', given: requests(request(undefined)), expect: 'unknown' },
]);
