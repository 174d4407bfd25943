import { along, defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { grantsAdministrator, type Judgement } from '../../src/iam/document.ts';
import { group } from '../../src/services/iam/group.ts';
import { managedPolicy } from '../../src/services/iam/managed-policy.ts';
import { user } from '../../src/services/iam/user.ts';
import { shell } from '../../src/text/shell.ts';
import { few } from '../../src/text/few.ts';

export default defineCheck({
  id: 'iam-group-admin-members-mfa-enabled',
  title: 'Members of groups whose policies give full administration have MFA',
  resource: group,
  along: { users: along(user, { needs: ['credentials'] }), policies: along(managedPolicy) },
  risk: 'Whoever learns the password of a member without MFA is an administrator of the account.',
  fix: {
    text: 'Have each member register an MFA device, or replace the group by a role that requires MFA. The commands take members without MFA out of the group, and all that it gives them, until they have one.',
    exact: ({ name, members }, { along }) => ({
      cli: along.users
        .filter(({ id, credentials }) => members.includes(id) && credentials?.mfaActive === false)
        .map(({ id }) => shell`aws iam remove-user-from-group --group-name ${name} --user-name ${id}`)
        .join('\n'),
    }),
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_enable.html'],
  evaluate({ name, attached, inline, members }, { along }) {
    const byArn = new Map(along.policies.map((policy) => [policy.arn, policy.document]));
    const documents = [...attached.map(({ arn }) => byArn.get(arn)), ...inline.map(({ document }) => document)];
    const { answer } = administration(documents);
    if (answer === 'no') return notApplicable(`${name} has policies that do not give full administration`);
    const gives = answer === 'yes' ? 'gives full administration' : 'may give full administration';
    if (members.length === 0) return pass(`${name} ${gives} and has no members`);
    const rows = new Map(along.users.map((user) => [user.id, user.credentials]));
    const without = members.filter((member) => rows.get(member)?.mfaActive === false);
    if (without.length > 0) {
      const who = `members without MFA: ${few(without)}`;
      return answer === 'yes'
        ? fail(`${name} ${gives} and has ${who}`, { without: without.slice(0, 50) })
        : unknown(`it is not known whether ${name} gives full administration; it has ${who}`);
    }
    const unsure = members.filter((member) => rows.get(member)?.mfaActive !== true);
    return unsure.length > 0
      ? unknown(`the credential report does not say whether ${unsure[0]}, a member of ${name}, has MFA`)
      : pass(`${name} ${gives}, and its ${members.length} ${members.length === 1 ? 'member has' : 'members have'} MFA`);
  },
});

/** What policies give together; one that was not listed, or cannot be read, may give anything. */
function administration(documents: readonly unknown[]): Pick<Judgement, 'answer'> {
  const known = documents.filter(isDocument);
  const together = grantsAdministrator({
    Version: '2012-10-17',
    Statement: known.flatMap(({ Statement }) => Statement ?? []),
  });
  return known.length === documents.length || together.answer === 'yes' ? together : { answer: 'possible' };
}

const isDocument = (document: unknown): document is { readonly Statement?: unknown } =>
  typeof document === 'object' && document !== null;
