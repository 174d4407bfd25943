import check from '../../../checks/iam/iam-customer-policy-no-service-wildcard.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { awsPolicyBase, document, policyBase } from './fixtures.ts';
import { fullServiceCases } from './policy-documents.ts';

checkSuite(check, policyBase, [
  ...fullServiceCases,
  {
    when: 'the policy is one of AWS',
    given: { ...awsPolicyBase, document: document({ Action: '*' }) },
    expect: 'not-applicable',
  },
]);
