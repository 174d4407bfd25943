import { defineCheck } from '../../src/engine/check.ts';
import { grantsFullService } from '../../src/iam/document.ts';
import { inlinePolicy } from '../../src/services/iam/inline-policy.ts';
import { notGranted } from '../../src/judgements/policies/document-verdicts.ts';

export default defineCheck({
  id: 'iam-inline-policy-no-cloudtrail-full-access',
  title: 'Inline policies do not give all of CloudTrail',
  resource: inlinePolicy,
  risk: 'Whoever controls CloudTrail can stop the trails and delete the traces of everything else.',
  fix: {
    text: 'Allow the CloudTrail actions that are used; keep StopLogging, DeleteTrail, UpdateTrail and PutEventSelectors for the logging team.',
    cli: 'aws iam put-role-policy --role-name ROLE --policy-name POLICY --policy-document file://policy.json   # or put-user-policy, put-group-policy',
    terraform:
      'data "aws_iam_policy_document" "this" {\n  statement {\n    actions   = ["cloudtrail:LookupEvents"]\n    resources = ["*"]\n  }\n}\n\nresource "aws_iam_role_policy" "this" {\n  role   = "ROLE"\n  policy = data.aws_iam_policy_document.this.json\n}',
  },
  references: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html'],
  evaluate({ name, document }) {
    return notGranted(
      name,
      document,
      grantsFullService(document, 'cloudtrail'),
      'allows every CloudTrail action on every resource',
      'does not allow every CloudTrail action',
    );
  },
});
