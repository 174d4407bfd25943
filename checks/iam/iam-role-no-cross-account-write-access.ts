import { along, defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { resourceControlAlong, resourceLimits } from '../../src/policy/control-policies.ts';
import { organizationAlong, ownOrganizationOf } from '../../src/policy/own-organization.ts';
import { statementEvidence } from '../../src/iam/statement.ts';
import { managedPolicy } from '../../src/services/iam/managed-policy.ts';
import { outsidersOf, trustOf } from '../../src/services/iam/outsiders.ts';
import { policiesOf } from '../../src/services/iam/role-policies.ts';
import { role } from '../../src/services/iam/role.ts';
import { writeAccess } from '../../src/services/iam/write-access.ts';

export default defineCheck({
  id: 'iam-role-no-cross-account-write-access',
  title: 'Roles for other accounts can only read',
  severity: 'high',
  category: 'security',
  resource: role,
  along: { ...resourceControlAlong, ...organizationAlong, policies: along(managedPolicy) },
  settings: {
    readOnlyPolicies: {
      type: 'strings',
      default: ['ReadOnlyAccess', 'ViewOnlyAccess', 'SecurityAudit'],
      describe: 'AWS managed policies that only read',
    },
  },
  risk: 'Whoever controls the other account, or breaks into it, changes this account through the role.',
  fix: {
    text: 'Replace the write permissions by those the other account needs on named resources, require an external id or the organization in the trust, or list the account as trusted in the configuration.',
    cli: 'aws iam list-attached-role-policies --role-name {name}\naws iam list-role-policies --role-name {name}\naws iam update-assume-role-policy --role-name {name} --policy-document file://trust.json',
    terraform:
      'data "aws_iam_policy_document" "trust" {\n  statement {\n    actions = ["sts:AssumeRole"]\n    principals {\n      type        = "AWS"\n      identifiers = ["arn:{partition}:iam::PARTNER_ACCOUNT:role/deploy"]\n    }\n    condition {\n      test     = "StringEquals"\n      variable = "sts:ExternalId"\n      values   = ["EXTERNAL_ID"]\n    }\n  }\n}\n\nresource "aws_iam_role" "this" {\n  name               = "{name}"\n  assume_role_policy = data.aws_iam_policy_document.trust.json\n}',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/tutorial_cross-account-with-roles.html'],
  evaluate(role, { now, settings, trustedAccounts, along, unreadAlong }) {
    const limits = resourceLimits(along, unreadAlong);
    const { arn, account, name, trust, partition } = role;
    const { who, unsure } = outsidersOf(
      trustOf(
        { arn, account, trust },
        { now, trustedAccounts, limits, organization: () => ownOrganizationOf(along.organizations) },
      ),
    );
    if (who.length === 0) {
      return unsure === undefined
        ? pass(`${name} cannot be assumed by accounts that are not trusted`)
        : unknown(`it cannot be told who may assume ${name}: ${unsure}`);
    }
    // AWS says of these that they only read; some of their patterns have unusual names.
    const readOnly = (policy: { arn: string }): boolean =>
      settings.readOnlyPolicies.some((wide) => policy.arn === `arn:${partition}:iam::aws:policy/${wide}`);
    const judged = { ...role, attached: role.attached.filter((policy) => !readOnly(policy)) };
    const { identity, boundary, missing } = policiesOf(judged, along.policies);
    const access = writeAccess({ arn, account }, identity, boundary);
    const others = who.slice(0, 3).join(', ');
    if (access.answer === 'yes') {
      return fail(`${name} can be assumed by ${others} and allows ${access.action ?? 'writing'}${limits.note}`, {
        assumableBy: who.slice(0, 20),
        statements: statementEvidence(access.statements),
      });
    }
    if (missing[0] !== undefined)
      return unknown(`${name} can be assumed by ${others}, and its policy ${missing[0]} was not read`);
    return access.answer === 'no'
      ? pass(`${name} can be assumed by ${others} and only reads`, { assumableBy: who.slice(0, 20) })
      : unknown(
          `${name} can be assumed by ${others}, and it depends on conditions that are not known whether it only reads`,
        );
  },
});
