import { defineCheck } from '../../src/engine/check.ts';
import { iamAccount } from '../../src/services/iam/account.ts';
import { attackPaths } from '../../src/judgements/escalation/escalation.ts';
import { entryVerdict } from '../../src/judgements/escalation/escalation-verdicts.ts';

export default defineCheck({
  id: 'iam-cross-account-trust-no-path-to-administrator',
  title: 'Roles that other accounts can assume have no way to administrator',
  resource: iamAccount,
  derived: { paths: attackPaths },
  risk: 'Whoever takes over the other account has this one as well; its security is then only as good as that of a stranger.',
  fix: {
    text: 'Take the rights in the message from the role, or remove the account from its trust policy; `audit paths` shows the cheapest cut. Accounts of your own belong into trustedAccounts of the configuration.',
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  ],
  evaluate(_subject, context) {
    const { paths } = context.derived;
    return entryVerdict(paths, ['cross-account'], {
      what: 'Another account has a way',
      unread: 'who of it may assume the role stands in another account, which was not read',
      none: 'No role that another account can assume has a way to administrator',
    });
  },
});
