import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { managedPolicy } from '../../src/services/iam/managed-policy.ts';
import { shell } from '../../src/text/shell.ts';

export default defineCheck({
  id: 'iam-customer-policy-in-use',
  title: 'Customer policies are in use',
  resource: managedPolicy,
  risk: 'Nobody watches what a forgotten policy allows, and whoever attaches it one day, because its name fits, gives all of it.',
  fix: {
    text: 'Delete the policy where nobody is to have it any more. Keep a copy of its document: what is deleted does not come back.',
    exact: ({ arn, otherVersions }) => ({
      cli: [
        ...otherVersions.map(({ id }) => shell`aws iam delete-policy-version --policy-arn ${arn} --version-id ${id}`),
        shell`aws iam delete-policy --policy-arn ${arn}`,
      ].join('\n'),
    }),
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_manage-delete.html'],
  evaluate({ name, awsManaged, attachments, boundaryOf }) {
    if (awsManaged) return notApplicable(`${name} is a policy of AWS`);
    if ((attachments ?? 0) > 0) return pass(`${name} is attached`, { attachments });
    if ((boundaryOf ?? 0) > 0) return pass(`${name} is the boundary of somebody`, { boundaryOf });
    return attachments === undefined || boundaryOf === undefined
      ? unknown(`AWS does not say whether ${name} is attached to anybody, or anybody's boundary`)
      : fail(`${name} is attached to nobody and nobody's boundary`);
  },
});
