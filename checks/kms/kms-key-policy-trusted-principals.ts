import { defineCheck, fail, notApplicable, unknown } from '../../src/engine/check.ts';
import { resourceControlAlong, resourceLimits } from '../../src/judgements/organization/control-policies.ts';
import { organizationAlong, ownOrganizationOf } from '../../src/judgements/organization/own-organization.ts';
import { judgeTrusted } from '../../src/judgements/exposure/trusted-access.ts';
import { grantedTo, grantPhrase, revoke } from '../../src/services/kms/grants.ts';
import { keyAbilities, keyExposure } from '../../src/judgements/exposure/key.ts';
import { policyIsAws } from '../../src/judgements/exposure/key-policy.ts';
import { key } from '../../src/services/kms/key.ts';

export default defineCheck({
  id: 'kms-key-policy-trusted-principals',
  title: 'Key policies and grants let in trusted principals only',
  resource: key,
  needs: ['details', 'policy', 'grants'],
  along: { ...organizationAlong, ...resourceControlAlong },
  risk: 'Whoever controls the other account decrypts data protected by the key, and decides there who else may.',
  fix: {
    text: 'Remove accounts that do not need the key from its policy, or limit it to your organization (aws:PrincipalOrgID), and revoke their grants. List partners and your own other accounts as trusted accounts in the configuration.',
    terraform:
      'resource "aws_kms_key_policy" "this" {\n  key_id = "{id}"\n  policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{\n      Effect    = "Allow"\n      Principal = { AWS = "arn:{partition}:iam::{account}:root" }\n      Action    = "kms:*"\n      Resource  = "*"\n    }]\n  })\n}',
  },
  references: [
    'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html',
    'https://docs.aws.amazon.com/kms/latest/developerguide/grants.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_data-perimeters.html',
  ],
  evaluate(subject, { now, trustedAccounts, along, unreadAlong }) {
    const { name, arn, account, details, policy } = subject;
    const none = policyIsAws(details);
    if (none !== undefined) return notApplicable(none);
    const { rcps, note, documents } = resourceLimits(along, unreadAlong);
    const byPolicy = judgeTrusted({
      name,
      note,
      ways: 'through its policy and grants',
      organization: () => ownOrganizationOf(along.organizations),
      documents: [policy, ...documents],
      abilities: keyAbilities,
      expose: (organization) => keyExposure({ arn, account, policy }, { now, trustedAccounts, organization, rcps }),
    });
    // A stranger in the policy is one, whether the grants could be read or not: they are looked at after it.
    if (byPolicy.kind === 'fail') return byPolicy;
    const { grants } = subject;
    if (grants === undefined) return unknown(`the grants of ${name} were not asked for`);
    const granted = grants.map((grant) => ({ grant, to: grantedTo(grant, account) }));
    const strangers = granted.flatMap(({ grant, to }) =>
      to === undefined || to === 'nobody' || to === account || trustedAccounts.includes(to) ? [] : [{ ...grant, to }],
    );
    const [first] = strangers;
    if (first !== undefined) {
      const more = strangers.length > 1 ? ` and ${strangers.length - 1} more` : '';
      return fail(
        `${name} is usable by ${grantPhrase(first, first.to)} by grant ${first.id ?? 'without id'}${more}, outside the trusted accounts`,
        { grants: strangers.slice(0, 20) },
        revoke(subject.id, strangers),
      );
    }
    const unclear = granted.find(({ to }) => to === undefined);
    if (unclear !== undefined)
      return unknown(`AWS did not say whom the grant ${unclear.grant.id ?? 'without id'} of ${name} lets use it`);
    return byPolicy;
  },
});
