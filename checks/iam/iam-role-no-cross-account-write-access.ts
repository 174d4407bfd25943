import { along, defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { resourceControlAlong, resourceLimits } from '../../src/judgements/organization/control-policies.ts';
import { organizationAlong, ownOrganizationOf } from '../../src/judgements/organization/own-organization.ts';
import { statementEvidence } from '../../src/iam/statement.ts';
import { managedPolicy } from '../../src/services/iam/managed-policy.ts';
import { outsidersOf, trustOf } from '../../src/judgements/exposure/outsiders.ts';
import { policiesOf } from '../../src/judgements/policies/role-policies.ts';
import { role } from '../../src/services/iam/role.ts';
import { writeAccess } from '../../src/judgements/policies/write-access.ts';

export default defineCheck({
  id: 'iam-role-no-cross-account-write-access',
  title: 'Policies of roles for other accounts allow only reading',
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
    text: 'Take the writing actions out of its policies, or set a permissions boundary that allows only reading; keep them in a role that the other account cannot assume. List accounts of your own and partners that may write as trusted in the configuration.',
    terraform:
      'data "aws_iam_policy_document" "this" {\n  statement {\n    actions   = ["s3:GetObject", "s3:ListBucket"]\n    resources = ["arn:{partition}:s3:::example-bucket", "arn:{partition}:s3:::example-bucket/*"]\n  }\n}\n\nresource "aws_iam_role_policy" "this" {\n  role   = "{name}"\n  policy = data.aws_iam_policy_document.this.json\n}',
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
    const nothing = role.attached.length === 0 && role.inline.length === 0;
    return access.answer === 'no'
      ? pass(
          nothing
            ? `${name} can be assumed by ${others} and has no policies of its own`
            : `${name} can be assumed by ${others}, and its policies allow nothing but reading`,
          { assumableBy: who.slice(0, 20) },
        )
      : unknown(
          `${name} can be assumed by ${others}, and it depends on conditions that are not known whether its policies allow only reading`,
        );
  },
});
