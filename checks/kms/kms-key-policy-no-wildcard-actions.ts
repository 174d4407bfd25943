import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { statementEvidence } from '../../src/iam/statement.ts';
import { listOf, statementPhrase } from '../../src/judgements/exposure/exposure-message.ts';
import {
  anyKeyAction,
  granteesOf,
  keyPolicyAllows,
  policyIsAws,
  policyIsUnreadable,
} from '../../src/judgements/exposure/key-policy.ts';
import { key } from '../../src/services/kms/key.ts';

/**
 * Every KMS action in one grant: kms:*, *, or everything but a list. Patterns of one verb (kms:Describe*) are what AWS's
 * own default statements are made of and are fine; so is kms:* for the own account, which hands the decision to IAM.
 */
export default defineCheck({
  id: 'kms-key-policy-no-wildcard-actions',
  title: 'Key policies give no principal every KMS action',
  resource: key,
  needs: ['details', 'policy'],
  risk: 'One compromised principal decrypts the data, changes who may use the key and deletes it.',
  fix: {
    text: 'List the actions each principal needs. Keep the statement that gives kms:* to the own account (…:root): it only lets IAM policies decide.',
    terraform:
      'data "aws_iam_policy_document" "key" {\n  statement {\n    principals {\n      type        = "AWS"\n      identifiers = [var.user_role_arn]\n    }\n    actions   = ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey*", "kms:DescribeKey"]\n    resources = ["*"]\n  }\n}',
  },
  references: [
    'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html',
    'https://docs.aws.amazon.com/kms/latest/developerguide/least-privilege.html',
  ],
  evaluate({ name, arn, account, details, policy }, { now }) {
    const none = policyIsAws(details);
    if (none !== undefined) return notApplicable(none);
    const unreadable = policyIsUnreadable(name, policy);
    if (unreadable !== undefined) return unknown(unreadable);
    const subject = { arn, account, policy };
    const found = granteesOf(subject).flatMap((grantee) => {
      const statements = keyPolicyAllows(subject, grantee, anyKeyAction, now);
      return statements === undefined ? [] : [{ grantee: grantee.name, statements }];
    });
    const [first] = found;
    if (first === undefined) return pass(`${name} gives no principal every KMS action`);
    const more = found.length === 1 ? '' : ` and ${found.length - 1} more`;
    const by = listOf(first.statements.map(statementPhrase));
    return fail(
      `${name} gives every KMS action to ${first.grantee}${more}${by === '' ? '' : ` by ${by}`}`,
      found.slice(0, 10).map(({ grantee, statements }) => ({ grantee, statements: statementEvidence(statements) })),
    );
  },
});
