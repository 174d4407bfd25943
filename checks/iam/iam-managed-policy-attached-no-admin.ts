import { defineCheck, notApplicable } from '../../src/engine/check.ts';
import { notAdministrator } from '../../src/judgements/policies/document-verdicts.ts';
import { managedPolicy } from '../../src/services/iam/managed-policy.ts';

export default defineCheck({
  id: 'iam-managed-policy-attached-no-admin',
  title: 'No AWS managed policy with full administration is attached',
  resource: managedPolicy,
  risk: 'Whoever holds AdministratorAccess or its like can do everything, and everyone who can become one of them too.',
  fix: {
    text: 'Find who holds the policy and give each what it uses instead; keep administration for a role that is assumed with MFA.',
    cli: 'aws iam list-entities-for-policy --policy-arn {arn}\naws iam detach-role-policy --role-name ROLE --policy-arn {arn}',
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_policy-validation.html',
  ],
  evaluate({ name, awsManaged, attachments, document }) {
    if (!awsManaged) return notApplicable(`${name} is not a policy of AWS`);
    if (attachments === 0) return notApplicable(`${name} is attached to nothing`);
    return notAdministrator(name, document);
  },
});
