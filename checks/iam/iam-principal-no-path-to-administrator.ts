import { defineCheck } from '../../src/engine/check.ts';
import { iamAccount } from '../../src/services/iam/account.ts';
import { attackPaths } from '../../src/judgements/escalation/escalation.ts';
import { principalVerdict } from '../../src/judgements/escalation/escalation-verdicts.ts';

export default defineCheck({
  id: 'iam-principal-no-path-to-administrator',
  title: 'Only administrators can become administrator',
  resource: iamAccount,
  derived: { paths: attackPaths },
  risk: 'Whoever takes over one of these users or roles has the whole account a few calls later: it counts as an administrator without looking like one.',
  fix: {
    text: 'Apply the cut that `audit paths` shows: narrow iam:PassRole to roles and services, name in Resource whose policies and credentials may be changed, or set a permissions boundary.',
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  ],
  evaluate(_subject, context) {
    const { paths } = context.derived;
    return principalVerdict(paths);
  },
});
