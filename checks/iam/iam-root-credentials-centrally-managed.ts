import { defineCheck, fail, notApplicable, pass } from '../../src/engine/check.ts';
import { iamAccount } from '../../src/services/iam/account.ts';

export default defineCheck({
  id: 'iam-root-credentials-centrally-managed',
  title: 'Root credentials of member accounts are managed centrally',
  about: 'root user',
  resource: iamAccount,
  needs: ['organization', 'organizationFeatures'],
  risk: 'Each member account with a root password of its own is one more way to take over an account that no policy can limit.',
  fix: {
    text: 'In the management account turn on central management of root credentials, then delete the root credentials of the member accounts.',
    exact: ({ organizationFeatures }) => ({
      cli: [
        ...(organizationFeatures === undefined
          ? ['aws organizations enable-aws-service-access --service-principal iam.amazonaws.com']
          : []),
        'aws iam enable-organizations-root-credentials-management',
      ].join('\n'),
    }),
    terraform:
      'resource "aws_iam_organizations_features" "this" {\n  enabled_features = ["RootCredentialsManagement"]\n}',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-enable-root-access.html'],
  evaluate({ organization, organizationFeatures }) {
    if (organization === undefined) return notApplicable('the account is in no organization');
    if (organizationFeatures !== undefined) {
      return organizationFeatures.includes('RootCredentialsManagement')
        ? pass('The account manages the root credentials of its organization centrally', {
            features: organizationFeatures,
          })
        : fail('The account does not manage the root credentials of its organization centrally', {
            features: organizationFeatures,
          });
    }
    return organization.isManagement
      ? fail(
          'The account is the management account, but trusted access for IAM is off, so root credentials are not managed centrally',
        )
      : notApplicable(`the management account ${organization.managementAccount ?? ''} decides for the organization`);
  },
});
