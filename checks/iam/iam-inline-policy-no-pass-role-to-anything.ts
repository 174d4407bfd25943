import { defineCheck } from '../../src/engine/check.ts';
import { inlinePolicy } from '../../src/services/iam/inline-policy.ts';
import { passesNamedRoles } from '../../src/judgements/policies/document-verdicts.ts';

export default defineCheck({
  id: 'iam-inline-policy-no-pass-role-to-anything',
  title: 'Inline policies name the roles that may be passed',
  resource: inlinePolicy,
  risk: 'Whoever may pass every role to a service can let it act with the strongest of them, those of roles made tomorrow included.',
  fix: {
    text: 'Name the ARNs of the roles in Resource for iam:PassRole, and the services that may get them in a condition on iam:PassedToService.',
    cli: 'aws iam put-role-policy --role-name ROLE --policy-name POLICY --policy-document file://policy.json   # or put-user-policy, put-group-policy',
    terraform:
      'data "aws_iam_policy_document" "this" {\n  statement {\n    actions   = ["iam:PassRole"]\n    resources = ["arn:{partition}:iam::{account}:role/deploy"]\n    condition {\n      test     = "StringEquals"\n      variable = "iam:PassedToService"\n      values   = ["lambda.amazonaws.com"]\n    }\n  }\n}\n\nresource "aws_iam_role_policy" "this" {\n  role   = "ROLE"\n  policy = data.aws_iam_policy_document.this.json\n}',
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  ],
  evaluate({ name, document }) {
    return passesNamedRoles(name, document);
  },
});
