import { defineCheck, notApplicable } from '../../src/engine/check.ts';
import { givesNoFullService } from '../../src/judgements/policies/document-verdicts.ts';
import { managedPolicy } from '../../src/services/iam/managed-policy.ts';

export default defineCheck({
  id: 'iam-customer-policy-no-service-wildcard',
  title: 'Customer policies give no service as a whole',
  resource: managedPolicy,
  risk: 'All of a service includes what deletes its data and opens it to others, and every action that AWS will add.',
  fix: {
    text: 'List the actions that are used in Action, or name the resources that may be used without limit in Resource; IAM Access Analyzer writes such a policy from CloudTrail.',
    cli: 'aws iam create-policy-version --policy-arn {arn} --policy-document file://policy.json --set-as-default',
    terraform:
      'data "aws_iam_policy_document" "this" {\n  statement {\n    actions   = ["s3:GetObject", "s3:PutObject"]\n    resources = ["arn:{partition}:s3:::example-bucket/*"]\n  }\n}\n\nresource "aws_iam_policy" "this" {\n  name   = "{name}"\n  policy = data.aws_iam_policy_document.this.json\n}',
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_policy-validation.html',
  ],
  evaluate({ name, awsManaged, document }) {
    return awsManaged ? notApplicable(`${name} is a policy of AWS`) : givesNoFullService(name, document);
  },
});
