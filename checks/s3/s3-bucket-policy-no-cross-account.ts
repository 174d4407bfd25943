import { defineCheck, pass } from '../../src/engine/check.ts';
import { resourceLimits } from '../../src/judgements/organization/control-policies.ts';
import { organizationAlong, ownOrganizationOf } from '../../src/judgements/organization/own-organization.ts';
import { judgeTrusted } from '../../src/judgements/exposure/trusted-access.ts';
import { bucket } from '../../src/services/s3/bucket.ts';
import { bucketExposure, ownExposureAlong, pointsOf } from '../../src/judgements/exposure/bucket.ts';

/** Access points count: their policies reach as far as the bucket policy lets them, by handing the decision over. */
export default defineCheck({
  id: 's3-bucket-policy-no-cross-account',
  title: 'Bucket policies let in trusted accounts only',
  resource: bucket,
  needs: ['policy', 'publicAccessBlock'],
  along: { ...ownExposureAlong, ...organizationAlong },
  risk: 'Who controls the other account decides there who reads or changes your data; when it is broken into, your bucket is too.',
  fix: {
    text: 'Remove accounts that do not need the bucket from its policy, or limit it to your organization (aws:PrincipalOrgID). List partners and your own other accounts as trusted accounts in the configuration.',
    terraform:
      'data "aws_iam_policy_document" "this" {\n  statement {\n    principals {\n      type        = "AWS"\n      identifiers = ["*"]\n    }\n    actions   = ["s3:GetObject"]\n    resources = ["{arn}/*"]\n    condition {\n      test     = "StringEquals"\n      variable = "aws:PrincipalOrgID"\n      values   = [var.organization_id]\n    }\n  }\n}',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_data-perimeters.html',
  ],
  evaluate({ id, name, arn, account, policy, publicAccessBlock }, { now, trustedAccounts, along, unreadAlong }) {
    if (policy === undefined) return pass(`${name} has no bucket policy`);
    const { rcps, note, documents } = resourceLimits(along, unreadAlong);
    return judgeTrusted({
      name,
      note,
      ways: 'through its policy and those of its access points',
      organization: () => ownOrganizationOf(along.organizations),
      documents: [policy, ...pointsOf(id, along.accessPoints).map((point) => point.policy), ...documents],
      expose: (organization) =>
        bucketExposure({ id, arn, account, policy, publicAccessBlock }, along, {
          now,
          trustedAccounts,
          organization,
          rcps,
        }),
    });
  },
});
