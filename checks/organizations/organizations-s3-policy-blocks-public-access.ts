import { defineCheck, fail, pass } from '../../src/engine/check.ts';
import { notInOne, standing } from '../../src/judgements/organization/standing.ts';
import { s3BlockOf } from '../../src/judgements/organization/declared.ts';
import { organization } from '../../src/services/organizations/organization.ts';

export default defineCheck({
  id: 'organizations-s3-policy-blocks-public-access',
  title: 'An S3 policy of the organization blocks public access',
  resource: organization,
  needs: ['s3Policy'],
  derived: { standing },
  risk: 'A block that each account turns on itself can be turned off there; one that the organization puts into force nobody in the account can lift.',
  fix: {
    text: 'In the management account turn on S3 policies for the root and attach one that blocks all public access. It overrides the settings of the accounts: buckets that are public on purpose stop being so.',
    cli: `aws organizations create-policy --type S3_POLICY --name block-public-access --description block-public-access --content '{"s3_attributes":{"public_access_block_configuration":{"@@assign":"all"}}}'
aws organizations attach-policy --policy-id POLICY_ID --target-id ROOT_ID`,
  },
  references: ['https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_s3.html'],
  evaluate({ s3Policy }, { derived }) {
    const outside = notInOne(derived.standing);
    if (outside !== undefined) return outside;
    if (s3Policy === undefined) return fail('The organization puts no S3 policy into force on the account');
    const { block, found } = s3BlockOf(s3Policy);
    return block === 'all'
      ? pass('The organization blocks public access to S3 in the account', { policy: s3Policy })
      : fail(`The organization puts an S3 policy into force on the account, but it blocks ${found}`, {
          policy: s3Policy,
        });
  },
});
