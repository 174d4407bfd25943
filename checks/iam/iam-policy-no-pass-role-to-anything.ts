import { defineCheck, notApplicable } from '../../src/engine/check.ts';
import { passesNamedRoles } from '../../src/judgements/policies/document-verdicts.ts';
import { managedPolicy } from '../../src/services/iam/managed-policy.ts';

export default defineCheck({
  id: 'iam-policy-no-pass-role-to-anything',
  title: 'Customer policies name the roles that may be passed',
  resource: managedPolicy,
  risk: 'Whoever may pass every role to a service can let it act with the strongest of them, those of roles made tomorrow included.',
  fix: {
    text: 'Name the ARNs of the roles in Resource for iam:PassRole, and the services that may get them in a condition on iam:PassedToService.',
    cli: 'aws iam create-policy-version --policy-arn {arn} --policy-document file://policy.json --set-as-default',
    terraform:
      'data "aws_iam_policy_document" "this" {\n  statement {\n    actions   = ["iam:PassRole"]\n    resources = ["arn:{partition}:iam::{account}:role/deploy"]\n    condition {\n      test     = "StringEquals"\n      variable = "iam:PassedToService"\n      values   = ["lambda.amazonaws.com"]\n    }\n  }\n}\n\nresource "aws_iam_policy" "this" {\n  name   = "{name}"\n  policy = data.aws_iam_policy_document.this.json\n}',
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  ],
  evaluate({ name, awsManaged, document }) {
    return awsManaged ? notApplicable(`${name} is a policy of AWS`) : passesNamedRoles(name, document);
  },
});
