import { along, defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { group } from '../../src/services/iam/group.ts';
import { user } from '../../src/services/iam/user.ts';

export default defineCheck({
  id: 'iam-group-admin-members-mfa-enabled',
  title: 'Members of administrator groups have MFA',
  severity: 'high',
  category: 'security',
  resource: group,
  along: { users: along(user, { needs: ['credentials'] }) },
  risk: 'Whoever learns the password of a member without MFA is an administrator of the account.',
  fix: {
    text: 'Have each member register an MFA device before it is in the group, or replace the group by a role that requires MFA.',
    cli: 'aws iam get-group --group-name {name}\naws iam remove-user-from-group --group-name {name} --user-name USER',
    terraform:
      'resource "aws_iam_group_membership" "this" {\n  name  = "{name}"\n  group = "{name}"\n  users = ["user-with-mfa"]\n}',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_enable.html'],
  same: { prowler: ['iam_administrator_access_with_mfa'] },
  evaluate({ name, attached, members, partition }, { along }) {
    if (!attached.some(({ arn }) => arn === `arn:${partition}:iam::aws:policy/AdministratorAccess`))
      return notApplicable(`${name} does not have AdministratorAccess attached`);
    if (members.length === 0) return pass(`${name} has AdministratorAccess and no members`);
    const rows = new Map(along.users.map((user) => [user.id, user.credentials]));
    const without = members.filter((member) => rows.get(member)?.mfaActive === false);
    if (without.length > 0) {
      const more = without.length > 3 ? ` and ${without.length - 3} more` : '';
      return fail(`${name} has AdministratorAccess and members without MFA: ${without.slice(0, 3).join(', ')}${more}`, {
        without: without.slice(0, 50),
      });
    }
    const unsure = members.filter((member) => rows.get(member)?.mfaActive !== true);
    return unsure.length > 0
      ? unknown(`the credential report does not say whether ${unsure[0]}, a member of ${name}, has MFA`)
      : pass(
          `${name} has AdministratorAccess, and its ${members.length} ${members.length === 1 ? 'member has' : 'members have'} MFA`,
        );
  },
});
