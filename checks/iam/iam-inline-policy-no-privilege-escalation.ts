import { defineCheck } from '../../src/engine/check.ts';
import { noEscalation } from '../../src/judgements/escalation/escalation-verdicts.ts';
import { inlinePolicy } from '../../src/services/iam/inline-policy.ts';

export default defineCheck({
  id: 'iam-inline-policy-no-privilege-escalation',
  title: 'Inline policies give no way to more rights than they state',
  resource: inlinePolicy,
  risk: 'Who holds the policy can give himself further rights, up to full administration, by rewriting policies, taking over other principals or passing a stronger role to a service.',
  fix: {
    text: 'Name the resources of the actions in the message: the roles that may be passed and the service (iam:PassedToService), the users and roles that may be changed; or take the actions out.',
    cli: 'aws iam put-role-policy --role-name ROLE --policy-name POLICY --policy-document file://policy.json   # or put-user-policy, put-group-policy',
    terraform:
      'data "aws_iam_policy_document" "this" {\n  statement {\n    actions   = ["iam:PassRole"]\n    resources = ["arn:{partition}:iam::{account}:role/deploy"]\n    condition {\n      test     = "StringEquals"\n      variable = "iam:PassedToService"\n      values   = ["lambda.amazonaws.com"]\n    }\n  }\n}',
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
  ],
  evaluate({ name, document }) {
    return noEscalation(name, document);
  },
});
