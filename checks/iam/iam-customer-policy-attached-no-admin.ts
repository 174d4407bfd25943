import { defineCheck, notApplicable } from '../../src/engine/check.ts';
import { notAdministrator } from '../../src/judgements/policies/document-verdicts.ts';
import { managedPolicy } from '../../src/services/iam/managed-policy.ts';

export default defineCheck({
  id: 'iam-customer-policy-attached-no-admin',
  title: 'Attached customer policies do not give full administration',
  resource: managedPolicy,
  risk: 'Everyone the policy is attached to, and everyone who can become one of them, owns the account.',
  fix: {
    text: 'Replace the wildcards by the actions and resources that are used; IAM Access Analyzer writes such a policy from CloudTrail.',
    cli: 'aws iam list-entities-for-policy --policy-arn {arn}\naws iam create-policy-version --policy-arn {arn} --policy-document file://policy.json --set-as-default',
    terraform:
      'data "aws_iam_policy_document" "this" {\n  statement {\n    actions   = ["s3:GetObject"]\n    resources = ["arn:{partition}:s3:::example-bucket/*"]\n  }\n}\n\nresource "aws_iam_policy" "this" {\n  name   = "{name}"\n  policy = data.aws_iam_policy_document.this.json\n}',
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_policy-validation.html',
  ],
  evaluate({ name, awsManaged, attachments, document }) {
    if (awsManaged) return notApplicable(`${name} is a policy of AWS`);
    if (attachments === 0) return notApplicable(`${name} is attached to nothing`);
    return notAdministrator(name, document);
  },
});
