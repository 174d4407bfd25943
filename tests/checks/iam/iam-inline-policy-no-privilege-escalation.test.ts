import check from '../../../checks/iam/iam-inline-policy-no-privilege-escalation.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { document, inlineBase } from './fixtures.ts';

checkSuite(check, inlineBase, [
  { when: 'it reads only', given: { document: document({ Action: 's3:Get*' }) }, expect: 'pass' },
  {
    when: 'it attaches policies to any role',
    given: { document: document({ Action: 'iam:AttachRolePolicy' }) },
    expect: 'fail',
    message: /iam:AttachRolePolicy/,
  },
  { when: 'the document cannot be read', given: { document: '{not json' }, expect: 'unknown' },
]);
