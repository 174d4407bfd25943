import { defineCheck, fail, notApplicable, pass } from '../../src/engine/check.ts';
import { usesNotActionAllow } from '../../src/iam/document.ts';
import { statementEvidence, statementName } from '../../src/iam/statement.ts';
import { unreadable } from '../../src/judgements/policies/document-verdicts.ts';
import { managedPolicy } from '../../src/services/iam/managed-policy.ts';

export default defineCheck({
  id: 'iam-customer-policy-no-not-action',
  title: 'Customer policies do not allow with NotAction',
  resource: managedPolicy,
  risk: 'Allowing everything but a list of actions also allows all that AWS will add, and all that the author did not think of.',
  fix: {
    text: 'List the allowed actions in Action. To keep actions away, allow what is needed and deny them in a statement with Action.',
    cli: 'aws iam create-policy-version --policy-arn {arn} --policy-document file://policy.json --set-as-default',
    terraform:
      'data "aws_iam_policy_document" "this" {\n  statement {\n    actions   = ["s3:GetObject"]\n    resources = ["arn:{partition}:s3:::example-bucket/*"]\n  }\n}\n\nresource "aws_iam_policy" "this" {\n  name   = "{name}"\n  policy = data.aws_iam_policy_document.this.json\n}',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html'],
  evaluate({ name, awsManaged, document }) {
    if (awsManaged) return notApplicable(`${name} is a policy of AWS`);

    const [first, ...rest] = usesNotActionAllow(document);
    if (first === undefined) return unreadable(name, document) ?? pass(`${name} does not allow with NotAction`);
    return fail(`${name} allows everything but a list of actions (${statementName(first)})`, {
      statements: statementEvidence([first, ...rest]),
    });
  },
});
