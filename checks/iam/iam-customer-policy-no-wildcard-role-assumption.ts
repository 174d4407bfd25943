import { defineCheck, notApplicable } from '../../src/engine/check.ts';
import { assumesAnyRole } from '../../src/iam/document.ts';
import { notGranted } from '../../src/judgements/policies/document-verdicts.ts';
import { managedPolicy } from '../../src/services/iam/managed-policy.ts';

export default defineCheck({
  id: 'iam-customer-policy-no-wildcard-role-assumption',
  title: 'Customer policies name the roles that may be assumed',
  resource: managedPolicy,
  risk: 'Whoever may assume every role whose trust allows it has the sum of their rights, those of roles made tomorrow included.',
  fix: {
    text: 'Name the ARNs of the roles in Resource for sts:AssumeRole.',
    cli: 'aws iam create-policy-version --policy-arn {arn} --policy-document file://policy.json --set-as-default',
    terraform:
      'data "aws_iam_policy_document" "this" {\n  statement {\n    actions   = ["sts:AssumeRole"]\n    resources = ["arn:{partition}:iam::{account}:role/deploy"]\n  }\n}\n\nresource "aws_iam_policy" "this" {\n  name   = "{name}"\n  policy = data.aws_iam_policy_document.this.json\n}',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_permissions-to-switch.html'],
  evaluate({ name, awsManaged, document }) {
    if (awsManaged) return notApplicable(`${name} is a policy of AWS`);
    return notGranted(
      name,
      document,
      assumesAnyRole(document),
      'allows assuming roles it does not name',
      'allows assuming at most roles it names',
    );
  },
});
