import { defineCheck, notApplicable } from '../../src/engine/check.ts';
import { allowsDecryption } from '../../src/judgements/policies/decryption.ts';
import { notGranted } from '../../src/judgements/policies/document-verdicts.ts';
import { managedPolicy } from '../../src/services/iam/managed-policy.ts';

export default defineCheck({
  id: 'iam-customer-policy-kms-decrypt-restricted',
  title: 'Customer policies allow decryption with named keys only',
  resource: managedPolicy,
  risk: 'Whoever may decrypt with every key can read all encrypted data whose key policy leaves the decision to IAM.',
  fix: {
    text: 'Name the ARNs of the keys in Resource for kms:Decrypt and kms:ReEncryptFrom.',
    cli: 'aws iam create-policy-version --policy-arn {arn} --policy-document file://policy.json --set-as-default',
    terraform:
      'data "aws_iam_policy_document" "this" {\n  statement {\n    actions   = ["kms:Decrypt"]\n    resources = ["arn:{partition}:kms:eu-west-1:{account}:key/KEY_ID"]\n  }\n}\n\nresource "aws_iam_policy" "this" {\n  name   = "{name}"\n  policy = data.aws_iam_policy_document.this.json\n}',
  },
  references: ['https://docs.aws.amazon.com/kms/latest/developerguide/iam-policies-best-practices.html'],
  evaluate({ name, awsManaged, document }) {
    if (awsManaged) return notApplicable(`${name} is a policy of AWS`);

    return notGranted(
      name,
      document,
      allowsDecryption(document),
      'allows decryption with keys it does not name',
      'allows decryption at most with keys it names',
    );
  },
});
