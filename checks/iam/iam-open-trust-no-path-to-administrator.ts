import { defineCheck } from '../../src/engine/check.ts';
import { iamAccount } from '../../src/services/iam/account.ts';
import { attackPaths } from '../../src/judgements/escalation/escalation.ts';
import { entryVerdict } from '../../src/judgements/escalation/escalation-verdicts.ts';

export default defineCheck({
  id: 'iam-open-trust-no-path-to-administrator',
  title: 'Roles that strangers can assume have no way to administrator',
  resource: iamAccount,
  derived: { paths: attackPaths },
  risk: 'Anyone with an AWS account, or with a token that anyone can get, becomes administrator of this account.',
  fix: {
    text: 'Name in the trust policy who may assume the role: accounts or principals for AWS, the subject of the token (sub) for an identity provider; and take the rights in the message from the role. `audit paths` shows the cheapest cut.',
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  ],
  evaluate(_subject, context) {
    const { paths } = context.derived;
    return entryVerdict(paths, ['open-trust', 'identity-provider'], {
      what: 'Strangers have a way',
      none: 'No role that strangers can assume has a way to administrator',
    });
  },
});
