import { defineCheck } from '../../src/engine/check.ts';
import { inlinePolicy } from '../../src/services/iam/inline-policy.ts';
import { givesNoFullService } from '../../src/judgements/policies/document-verdicts.ts';

export default defineCheck({
  id: 'iam-inline-policy-no-service-wildcard',
  title: 'Inline policies give no service as a whole',
  resource: inlinePolicy,
  risk: 'All of a service includes what deletes its data and opens it to others, and every action that AWS will add.',
  fix: {
    text: 'List the actions that are used in Action, or name the resources that may be used without limit in Resource; IAM Access Analyzer writes such a policy from CloudTrail.',
    cli: 'aws iam put-role-policy --role-name ROLE --policy-name POLICY --policy-document file://policy.json   # or put-user-policy, put-group-policy',
    terraform:
      'data "aws_iam_policy_document" "this" {\n  statement {\n    actions   = ["s3:GetObject", "s3:PutObject"]\n    resources = ["arn:{partition}:s3:::example-bucket/*"]\n  }\n}\n\nresource "aws_iam_role_policy" "this" {\n  role   = "ROLE"\n  policy = data.aws_iam_policy_document.this.json\n}',
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_policy-validation.html',
  ],
  evaluate({ name, document }) {
    return givesNoFullService(name, document);
  },
});
