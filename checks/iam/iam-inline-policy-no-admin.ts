import { defineCheck } from '../../src/engine/check.ts';
import { inlinePolicy } from '../../src/services/iam/inline-policy.ts';
import { notAdministrator } from '../../src/judgements/policies/document-verdicts.ts';

export default defineCheck({
  id: 'iam-inline-policy-no-admin',
  title: 'Inline policies do not give full administration',
  resource: inlinePolicy,
  risk: 'An inline policy hides administration from everyone who looks at the list of policies.',
  fix: {
    text: 'Delete the inline policy; attach a managed policy with the actions and resources that are used.',
    cli: 'aws iam delete-role-policy --role-name ROLE --policy-name POLICY   # or delete-user-policy, delete-group-policy',
    terraform:
      'data "aws_iam_policy_document" "this" {\n  statement {\n    actions   = ["s3:GetObject"]\n    resources = ["arn:{partition}:s3:::example-bucket/*"]\n  }\n}\n\nresource "aws_iam_role_policy" "this" {\n  role   = "ROLE"\n  policy = data.aws_iam_policy_document.this.json\n}',
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_policy-validation.html',
  ],
  evaluate({ name, document }) {
    return notAdministrator(name, document);
  },
});
