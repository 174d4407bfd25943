import { defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { iamAccount } from '../../src/services/iam/account.ts';

export default defineCheck({
  id: 'sts-audit-caller-not-root',
  title: 'The audit does not run as the root user',
  resource: iamAccount,
  needs: ['caller'],
  risk: 'Working with root credentials, an audit that only needs to read holds the keys to everything, and leaves them on the machine it runs on.',
  fix: {
    text: "Run the audit with a role that has the least policy (`audit policy` prints it), and delete the root user's access keys.",
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html'],
  evaluate({ caller }) {
    if (caller === undefined) return unknown('AWS does not say who the caller is');
    return caller.endsWith(':root')
      ? fail('The account is audited with credentials of the root user', { caller })
      : pass(`The account is audited as ${caller}`, { caller });
  },
});
