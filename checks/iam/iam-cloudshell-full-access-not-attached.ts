import { defineCheck, fail, pass } from '../../src/engine/check.ts';
import { iamAccount } from '../../src/services/iam/account.ts';
import { detached } from '../../src/judgements/policies/ask-policy.ts';
import { few } from '../../src/text/few.ts';

export default defineCheck({
  id: 'iam-cloudshell-full-access-not-attached',
  title: 'Nobody holds AWSCloudShellFullAccess',
  resource: iamAccount,
  needs: ['holders'],
  risk: 'The policy lets its holders move files in and out of CloudShell and open the internet from it, past the controls on workstations and VPCs.',
  fix: {
    text: 'Detach the policy and, where CloudShell is needed, attach a policy without cloudshell:GetFileDownloadUrls and cloudshell:GetFileUploadUrls.',
    exact({ partition, holders }) {
      const arn = `arn:${partition}:iam::aws:policy/AWSCloudShellFullAccess`;
      const { users, groups, roles } = holders.AWSCloudShellFullAccess;
      return {
        cli: [
          ...users.map((name) => detached('user', name, arn)),
          ...groups.map((name) => detached('group', name, arn)),
          ...roles.map((name) => detached('role', name, arn)),
        ].join('\n'),
      };
    },
  },
  references: ['https://docs.aws.amazon.com/cloudshell/latest/userguide/sec-auth-with-identities.html'],
  evaluate({ holders }) {
    const { users, groups, roles } = holders.AWSCloudShellFullAccess;
    const held = [
      ...users.map((u) => `user ${u}`),
      ...groups.map((g) => `group ${g}`),
      ...roles.map((r) => `role ${r}`),
    ];
    if (held.length === 0) return pass('The account attaches AWSCloudShellFullAccess to nobody');
    return fail(`The account attaches AWSCloudShellFullAccess to ${few(held)}`, {
      holders: held.slice(0, 50),
    });
  },
});
