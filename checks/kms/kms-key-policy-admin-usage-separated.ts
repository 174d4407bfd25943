import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { statementEvidence } from '../../src/iam/statement.ts';
import { listOf, statementPhrase } from '../../src/judgements/exposure/exposure-message.ts';
import {
  granteesOf,
  keyPolicyAllows,
  policyIsAws,
  policyIsUnreadable,
} from '../../src/judgements/exposure/key-policy.ts';
import { key } from '../../src/services/kms/key.ts';

/** Actions that decide who may use the key, or take it away. Everyday management (tags, aliases, grants) is neither. */
const administration = ['kms:PutKeyPolicy', 'kms:ScheduleKeyDeletion', 'kms:DisableKey'];

/** Cryptographic operations by what a key is for. https://docs.aws.amazon.com/kms/latest/developerguide/kms-cryptography.html */
const operations: Readonly<Record<string, readonly string[]>> = {
  ENCRYPT_DECRYPT: ['kms:Decrypt', 'kms:GenerateDataKey', 'kms:Encrypt', 'kms:ReEncryptFrom'],
  SIGN_VERIFY: ['kms:Sign', 'kms:Verify'],
  GENERATE_VERIFY_MAC: ['kms:GenerateMac', 'kms:VerifyMac'],
  KEY_AGREEMENT: ['kms:DeriveSharedSecret'],
};

/**
 * Judges what the key policy itself gives. The statement that hands the key to the own account is no breach: AWS puts it
 * into every default policy and recommends to keep it, and who gets what through it is up to IAM policies.
 */
export default defineCheck({
  id: 'kms-key-policy-admin-usage-separated',
  title: 'Key policies give no principal both administration and use',
  resource: key,
  needs: ['details', 'policy'],
  risk: 'Who both manages and uses a key can read the data and then cover it up, lock others out or destroy the key: nobody else has to agree.',
  fix: {
    text: 'Name different roles in the statement for key administrators and in the one for key users.',
    terraform:
      'data "aws_iam_policy_document" "key" {\n  statement {\n    sid = "Administrators"\n    principals {\n      type        = "AWS"\n      identifiers = [var.admin_role_arn]\n    }\n    actions   = ["kms:Describe*", "kms:Enable*", "kms:Put*", "kms:Disable*", "kms:ScheduleKeyDeletion"]\n    resources = ["*"]\n  }\n  statement {\n    sid = "Users"\n    principals {\n      type        = "AWS"\n      identifiers = [var.user_role_arn]\n    }\n    actions   = ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey*", "kms:DescribeKey"]\n    resources = ["*"]\n  }\n}',
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
    const uses = operations[details.usage ?? ''] ?? Object.values(operations).flat();
    const both = granteesOf(subject).flatMap((grantee) => {
      const first = (actions: readonly string[]) => {
        for (const action of actions) {
          const statements = keyPolicyAllows(subject, grantee, action, now);
          if (statements !== undefined) return { action, statements };
        }
        return undefined;
      };
      const admin = first(administration);
      const use = admin === undefined ? undefined : first(uses);
      return admin === undefined || use === undefined ? [] : [{ grantee: grantee.name, admin, use }];
    });
    const [found] = both;
    if (found === undefined) return pass(`${name} gives no principal both administration and use`);
    const more = both.length === 1 ? '' : ` and ${both.length - 1} more`;
    const by = [...new Set([...found.admin.statements, ...found.use.statements].map(statementPhrase))];
    return fail(
      `${name} gives ${found.grantee}${more} both administration (${found.admin.action}) and use (${found.use.action})${by.length === 0 ? '' : ` by ${listOf(by)}`}`,
      both.slice(0, 10).map(({ grantee, admin, use }) => ({
        grantee,
        administration: admin.action,
        use: use.action,
        statements: statementEvidence([...admin.statements, ...use.statements]),
      })),
    );
  },
});
