import { defineCheck, fail, pass } from '../../src/engine/check.ts';
import { usesNotActionAllow } from '../../src/iam/document.ts';
import { inlinePolicy } from '../../src/services/iam/inline-policy.ts';
import { statementEvidence, statementName } from '../../src/iam/statement.ts';
import { unreadable } from '../../src/judgements/policies/document-verdicts.ts';

export default defineCheck({
  id: 'iam-inline-policy-no-not-action',
  title: 'Inline policies do not allow with NotAction',
  resource: inlinePolicy,
  risk: 'Allowing everything but a list of actions also allows all that AWS will add, and all that the author did not think of.',
  fix: {
    text: 'List the allowed actions in Action. To keep actions away, allow what is needed and deny them in a statement with Action.',
    cli: 'aws iam put-role-policy --role-name ROLE --policy-name POLICY --policy-document file://policy.json   # or put-user-policy, put-group-policy',
    terraform:
      'data "aws_iam_policy_document" "this" {\n  statement {\n    actions   = ["s3:GetObject"]\n    resources = ["arn:{partition}:s3:::example-bucket/*"]\n  }\n}\n\nresource "aws_iam_role_policy" "this" {\n  role   = "ROLE"\n  policy = data.aws_iam_policy_document.this.json\n}',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html'],
  evaluate({ name, document }) {
    const [first, ...rest] = usesNotActionAllow(document);
    if (first === undefined) return unreadable(name, document) ?? pass(`${name} does not allow with NotAction`);
    return fail(`${name} allows everything but a list of actions (${statementName(first)})`, {
      statements: statementEvidence([first, ...rest]),
    });
  },
});
