import { defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { resourceControlAlong, resourceLimits } from '../../src/judgements/organization/control-policies.ts';
import { organizationAlong, ownOrganizationOf } from '../../src/judgements/organization/own-organization.ts';
import { outsidersOf, trustOf } from '../../src/judgements/exposure/outsiders.ts';
import { role } from '../../src/services/iam/role.ts';
import { shell } from '../../src/text/shell.ts';
import { detached } from '../../src/judgements/policies/ask-policy.ts';
import { isAwsManaged } from '../../src/services/iam/details.ts';
import type { Attached } from '../../src/services/iam/details.ts';

export default defineCheck({
  id: 'iam-role-no-cross-account-readonly-access',
  title: 'Roles for other accounts do not have ReadOnlyAccess',
  resource: role,
  along: { ...resourceControlAlong, ...organizationAlong },
  settings: {
    policies: {
      type: 'strings',
      default: ['ReadOnlyAccess'],
      describe: 'AWS managed policies that let their holder read data',
    },
  },
  risk: 'ReadOnlyAccess includes the contents of buckets, tables, queues and logs: the other account reads your data, not only its configuration.',
  fix: {
    text: 'Give the role the policies SecurityAudit or ViewOnlyAccess, or name what the other account must read. The commands replace the policy by SecurityAudit: what the other account reads beyond it stops.',
    exact: ({ name, partition, attached }, { settings }) => ({
      cli: [
        shell`aws iam attach-role-policy --role-name ${name} --policy-arn ${`arn:${partition}:iam::aws:policy/SecurityAudit`}`,
        ...attached.filter(isOneOf(settings.policies)).map(({ arn }) => detached('role', name, arn)),
      ].join('\n'),
    }),
    terraform:
      'resource "aws_iam_role_policy_attachment" "this" {\n  role       = "{name}"\n  policy_arn = "arn:{partition}:iam::aws:policy/SecurityAudit"\n}',
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_job-functions.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/tutorial_cross-account-with-roles.html',
  ],
  evaluate(role, { now, settings, trustedAccounts, along, unreadAlong }) {
    const limits = resourceLimits(along, unreadAlong);
    const { arn, account, name, trust, attached } = role;
    const { who, unsure } = outsidersOf(
      trustOf(
        { arn, account, trust },
        { now, trustedAccounts, limits, organization: () => ownOrganizationOf(along.organizations) },
      ),
    );

    const broad = attached.find(isOneOf(settings.policies));
    if (broad === undefined) return pass(`${name} does not have ${settings.policies.join(' or ')} attached`);
    if (who.length > 0)
      return fail(`${name} has ${broad.name} and can be assumed by ${who.slice(0, 3).join(', ')}${limits.note}`, {
        policy: broad.arn,
        assumableBy: who.slice(0, 20),
      });
    return unsure === undefined
      ? pass(`${name} has ${broad.name} and cannot be assumed by accounts that are not trusted`)
      : unknown(`${name} has ${broad.name}, and it cannot be told who may assume it: ${unsure}`);
  },
});

/** Whether a policy is one of AWS's of these names. */
const isOneOf =
  (names: readonly string[]) =>
  ({ arn }: Attached): boolean =>
    isAwsManaged(arn) && names.some((name) => arn.endsWith(`:aws:policy/${name}`));
