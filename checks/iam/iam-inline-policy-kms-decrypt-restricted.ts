import { defineCheck } from '../../src/engine/check.ts';
import { allowsDecryption } from '../../src/judgements/policies/decryption.ts';
import { inlinePolicy } from '../../src/services/iam/inline-policy.ts';
import { notGranted } from '../../src/judgements/policies/document-verdicts.ts';

export default defineCheck({
  id: 'iam-inline-policy-kms-decrypt-restricted',
  title: 'Inline policies allow decryption with named keys only',
  resource: inlinePolicy,
  risk: 'Whoever may decrypt with every key can read all encrypted data whose key policy leaves the decision to IAM.',
  fix: {
    text: 'Name the ARNs of the keys in Resource for kms:Decrypt and kms:ReEncryptFrom.',
    cli: 'aws iam put-role-policy --role-name ROLE --policy-name POLICY --policy-document file://policy.json   # or put-user-policy, put-group-policy',
    terraform:
      'data "aws_iam_policy_document" "this" {\n  statement {\n    actions   = ["kms:Decrypt"]\n    resources = ["arn:{partition}:kms:eu-west-1:{account}:key/KEY_ID"]\n  }\n}\n\nresource "aws_iam_role_policy" "this" {\n  role   = "ROLE"\n  policy = data.aws_iam_policy_document.this.json\n}',
  },
  references: ['https://docs.aws.amazon.com/kms/latest/developerguide/iam-policies-best-practices.html'],
  evaluate({ name, document }) {
    return notGranted(
      name,
      document,
      allowsDecryption(document),
      'allows decryption with keys it does not name',
      'allows decryption at most with keys it names',
    );
  },
});
