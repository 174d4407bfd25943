import check from '../../../checks/ec2/ec2-transit-gateway-auto-accept-disabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

checkSuite(check, { id: 'tgw-1', ownerId: '111122223333', autoAcceptSharedAttachments: 'disable' }, [
  { when: 'attachments wait for acceptance', expect: 'pass' },
  { when: 'they are accepted by themselves', given: { autoAcceptSharedAttachments: 'enable' }, expect: 'fail' },
  {
    when: 'another account owns it',
    given: { autoAcceptSharedAttachments: 'enable', ownerId: '444455556666' },
    expect: 'not-applicable',
    message: /account 444455556666/,
  },
  { when: 'the answer does not say', given: { autoAcceptSharedAttachments: undefined }, expect: 'unknown' },
]);
