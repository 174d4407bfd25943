import check from '../../../checks/iam/iam-customer-policy-in-use.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { policyBase } from './fixtures.ts';

checkSuite(check, policyBase, [
  { when: 'it is attached', expect: 'pass' },
  { when: 'it is a boundary alone', given: { attachments: 0, boundaryOf: 2 }, expect: 'pass' },
  {
    when: 'nobody has it',
    given: { attachments: 0 },
    expect: 'fail',
    fix: { cli: 'aws iam delete-policy --policy-arn arn:aws:iam::111122223333:policy/deploy' },
  },
  { when: 'AWS says it of attachments alone', given: { attachments: 0, boundaryOf: undefined }, expect: 'unknown' },
  { when: 'AWS says it of boundaries alone', given: { attachments: undefined }, expect: 'unknown' },
  { when: 'AWS wrote it', given: { awsManaged: true, attachments: 0 }, expect: 'not-applicable' },
]);
