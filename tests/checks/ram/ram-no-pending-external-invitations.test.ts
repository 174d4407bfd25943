import check from '../../../checks/ram/ram-no-pending-external-invitations.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const arn = 'arn:aws:ram:eu-west-1:444455556666:resource-share-invitation/1';
const invitation = (
  status: 'PENDING' | 'ACCEPTED' | 'REJECTED' | 'EXPIRED' | undefined,
  sender: string | undefined = '444455556666',
) => ({
  arn,
  name: 'images' as string | undefined,
  sender: sender as string | undefined,
  status,
});
const having = (...invitations: ReturnType<typeof invitation>[]) => ({ invitations });

checkSuite(check, { id: '111122223333', name: 'Resource sharing in eu-west-1', ...having() }, [
  { when: 'there is none', expect: 'pass' },
  {
    when: 'one is open',
    given: having(invitation('PENDING'), invitation('ACCEPTED')),
    expect: 'fail',
    message: /an open invitation of accounts that are not trusted: images of account 444455556666/,
    fix: { cli: `aws ram reject-resource-share-invitation --resource-share-invitation-arn ${arn} --region eu-west-1` },
  },
  {
    when: 'the sender is not named',
    given: { invitations: [{ ...invitation('PENDING'), sender: undefined, name: undefined }] },
    expect: 'fail',
    message: /a share of account \(not said\)/,
  },
  {
    when: 'a trusted account sent it',
    given: having(invitation('PENDING')),
    trustedAccounts: ['444455556666'],
    expect: 'pass',
  },
  {
    when: 'it was accepted, rejected or has ended',
    given: having(invitation('ACCEPTED'), invitation('REJECTED'), invitation('EXPIRED')),
    expect: 'pass',
  },
]);
