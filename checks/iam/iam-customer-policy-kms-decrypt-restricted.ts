import { askCustomerPolicies } from '../../src/judgements/policies/ask-policy.ts';
import { decryptionWithNamedKeys } from '../../src/judgements/policies/questions.ts';

export default askCustomerPolicies('iam-customer-policy-kms-decrypt-restricted', {
  title: 'Customer policies allow decryption with named keys only',
  question: decryptionWithNamedKeys,
});
