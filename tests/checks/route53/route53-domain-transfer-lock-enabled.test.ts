import check from '../../../checks/route53/route53-domain-transfer-lock-enabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const details = { privacy: [], statuses: ['clientTransferProhibited'] as string[] | undefined };
const base = {
  id: 'example.com',
  autoRenew: true,
  transferLock: true as boolean | undefined,
  expiresAt: undefined,
  details,
};
const said = (transferLock: boolean | undefined, statuses?: string[]) => ({
  transferLock,
  details: { privacy: [], statuses },
});

checkSuite(check, base, [
  { when: 'both say that it is locked', given: {}, expect: 'pass' },
  { when: 'AWS alone says so', given: said(true), expect: 'pass' },
  { when: 'the registry locked it itself', given: said(false, ['serverTransferProhibited']), expect: 'pass' },
  {
    when: 'the code has a link behind it and another case',
    given: said(undefined, ['CLIENTTRANSFERPROHIBITED https://icann.org/epp#clientTransferProhibited']),
    expect: 'pass',
  },
  { when: 'other codes are set', given: said(false, ['ok', 'clientDeleteProhibited']), expect: 'fail' },
  { when: 'there are no codes', given: said(false, []), expect: 'fail', message: /is not locked against transfer/ },
  { when: 'AWS says nothing of it', given: said(undefined), expect: 'unknown' },
]);
