import { defineCheck, notApplicable } from '../../src/engine/check.ts';
import { resourceControlAlong, resourceLimits } from '../../src/policy/control-policies.ts';
import { organizationAlong, ownOrganizationOf } from '../../src/policy/own-organization.ts';
import { judgeTrusted } from '../../src/policy/trusted-access.ts';
import { keyAbilities, keyExposure } from '../../src/services/kms/exposure.ts';
import { policyIsAws } from '../../src/services/kms/key-policy.ts';
import { key } from '../../src/services/kms/key.ts';

export default defineCheck({
  id: 'kms-key-policy-trusted-principals',
  title: 'Key policies let in trusted principals only',
  severity: 'high',
  category: 'security',
  resource: key,
  needs: ['details', 'policy'],
  along: { ...organizationAlong, ...resourceControlAlong },
  risk: 'Whoever controls the other account decrypts data protected by the key, and decides there who else may.',
  fix: {
    text: 'Remove accounts that do not need the key from its policy, or limit it to your organization (aws:PrincipalOrgID). List partners and your own other accounts as trusted accounts in the configuration.',
    cli: 'aws kms get-key-policy --key-id {id} --policy-name default --query Policy --output text --region {region} > policy.json\naws kms put-key-policy --key-id {id} --policy-name default --policy file://policy.json --region {region}',
    terraform:
      'resource "aws_kms_key_policy" "this" {\n  key_id = "{id}"\n  policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{\n      Effect    = "Allow"\n      Principal = { AWS = "arn:{partition}:iam::{account}:root" }\n      Action    = "kms:*"\n      Resource  = "*"\n    }]\n  })\n}',
  },
  references: [
    'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_data-perimeters.html',
  ],
  same: { cloudsploit: ['kmsKeyPolicy.js'] },
  evaluate({ name, arn, account, details, policy }, { now, trustedAccounts, along, unreadAlong }) {
    const none = policyIsAws(details);
    if (none !== undefined) return notApplicable(none);
    const { rcps, note, documents } = resourceLimits(along, unreadAlong);
    return judgeTrusted({
      name,
      note,
      organization: () => ownOrganizationOf(along.organizations),
      documents: [policy, ...documents],
      abilities: keyAbilities,
      expose: (organization) => keyExposure({ arn, account, policy }, { now, trustedAccounts, organization, rcps }),
    });
  },
});
