import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { keyPolicyAllows, policyIsAws, policyIsUnreadable } from '../../src/judgements/exposure/key-policy.ts';
import { key } from '../../src/services/kms/key.ts';

export default defineCheck({
  id: 'kms-key-policy-root-access-present',
  title: 'Key policies let the account change them',
  resource: key,
  needs: ['details', 'policy'],
  risk: 'When the users and roles that the policy names are deleted, nobody can manage the key any more, nor what is encrypted with it: only AWS Support can help.',
  fix: {
    text: "Add the statement of AWS's default policy that gives kms:* to the own account (…:root): it lets IAM policies decide, and gives nobody anything by itself. Look first at who has kms actions by IAM policies: those count from then on.",
    terraform:
      'data "aws_iam_policy_document" "key" {\n  statement {\n    principals {\n      type        = "AWS"\n      identifiers = ["arn:{partition}:iam::{account}:root"]\n    }\n    actions   = ["kms:*"]\n    resources = ["*"]\n  }\n}',
  },
  references: ['https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html'],
  evaluate({ name, arn, account, partition, details, policy }, { now }) {
    const none = policyIsAws(details);
    if (none !== undefined) return notApplicable(none);
    const unreadable = policyIsUnreadable(name, policy);
    if (unreadable !== undefined) return unknown(unreadable);
    const root = `arn:${partition}:iam::${account}:root`;
    const grantee = { name: 'the own account', caller: { type: 'root' as const, arn: root, account } };
    return keyPolicyAllows({ arn, account, policy }, grantee, 'kms:PutKeyPolicy', now) === undefined
      ? fail(`The policy of ${name} does not let the account change it; expected kms:PutKeyPolicy for ${root}`)
      : pass(`The policy of ${name} lets the account change it`);
  },
});
