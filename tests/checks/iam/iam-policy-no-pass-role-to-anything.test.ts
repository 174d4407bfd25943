import check from '../../../checks/iam/iam-policy-no-pass-role-to-anything.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { awsPolicyBase, document, policyBase } from './fixtures.ts';
import { passedRoles } from './policy-documents.ts';

checkSuite(check, policyBase, [
  ...passedRoles,
  {
    when: 'the policy is one of AWS',
    given: { ...awsPolicyBase, document: document({ Action: '*' }) },
    expect: 'not-applicable',
  },
]);
