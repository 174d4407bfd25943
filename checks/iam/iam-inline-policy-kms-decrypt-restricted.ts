import { askInlinePolicies } from '../../src/judgements/policies/ask-policy.ts';
import { decryptionWithNamedKeys } from '../../src/judgements/policies/questions.ts';

export default askInlinePolicies('iam-inline-policy-kms-decrypt-restricted', {
  title: 'Inline policies allow decryption with named keys only',
  question: decryptionWithNamedKeys,
});
