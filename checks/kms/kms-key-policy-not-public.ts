import { defineCheck, notApplicable } from '../../src/engine/check.ts';
import { resourceControlAlong, resourceLimits } from '../../src/judgements/organization/control-policies.ts';
import { judgeNotPublic } from '../../src/judgements/exposure/exposure-message.ts';
import { keyAbilities, keyExposure } from '../../src/judgements/exposure/key.ts';
import { policyIsAws } from '../../src/judgements/exposure/key-policy.ts';
import { key } from '../../src/services/kms/key.ts';

export default defineCheck({
  id: 'kms-key-policy-not-public',
  title: 'Key policies do not let every AWS account use the key',
  resource: key,
  needs: ['details', 'policy'],
  along: resourceControlAlong,
  exposes: true,
  risk: 'Anyone with an AWS account of his own can decrypt data that he got hold of, or manage and destroy the key.',
  fix: {
    text: 'Replace the principal "*" by the principals that need the key, or limit it by kms:CallerAccount or aws:PrincipalOrgID.',
    terraform:
      'resource "aws_kms_key_policy" "this" {\n  key_id = "{id}"\n  policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{\n      Effect    = "Allow"\n      Principal = { AWS = "arn:{partition}:iam::{account}:root" }\n      Action    = "kms:*"\n      Resource  = "*"\n    }]\n  })\n}',
  },
  references: [
    'https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html',
    'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html',
  ],
  evaluate({ name, arn, account, details, policy }, { now, trustedAccounts, along, unreadAlong }) {
    const none = policyIsAws(details);
    if (none !== undefined) return notApplicable(none);
    const { rcps, note } = resourceLimits(along, unreadAlong);
    return judgeNotPublic(name, keyExposure({ arn, account, policy }, { now, trustedAccounts, rcps }), {
      note,
      abilities: keyAbilities,
      ways: 'through its policy',
    });
  },
});
