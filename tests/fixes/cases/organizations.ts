import { lacks } from '../lacks.ts';
import type { Aws, Build } from '../world.ts';

/** The account manages an organisation with one member, in a unit; `on` are the types of policies that are turned on. */
async function organize(aws: Aws, ...on: readonly string[]): Promise<{ readonly member: string }> {
  await aws`organizations create-organization --feature-set ALL`;
  const top = await aws`organizations list-roots --query Roots[0].Id --output text`;
  const member =
    await aws`organizations create-account --email shop@example.com --account-name shop --query CreateAccountStatus.AccountId --output text`;
  const unit =
    await aws`organizations create-organizational-unit --parent-id ${top} --name workloads --query OrganizationalUnit.Id --output text`;
  await aws`organizations move-account --account-id ${member} --source-parent-id ${top} --destination-parent-id ${unit}`;
  for (const type of on) await aws`organizations enable-policy-type --root-id ${top} --policy-type ${type}`;
  return { member };
}

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {
  'organizations-no-accounts-in-root': async (aws) => {
    await aws`organizations create-organization --feature-set ALL`;
    const top = await aws`organizations list-roots --query Roots[0].Id --output text`;
    await aws`organizations create-account --email shop@example.com --account-name shop`;
    return {
      UNIT_ID:
        await aws`organizations create-organizational-unit --parent-id ${top} --name workloads --query OrganizationalUnit.Id --output text`,
    };
  },
  'organizations-scp-enabled': async (aws) => {
    await organize(aws);
  },
  'organizations-delegated-administrators-trusted': async (aws) => {
    const { member } = await organize(aws);
    await aws`organizations register-delegated-administrator --account-id ${member} --service-principal guardduty.amazonaws.com`;
  },
  'organizations-scp-attached-to-organizational-units': async (aws) => {
    await organize(aws, 'SERVICE_CONTROL_POLICY');
    const content = {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Deny', Action: 'organizations:LeaveOrganization', Resource: '*' }],
    };
    const POLICY_ID =
      await aws`organizations create-policy --type SERVICE_CONTROL_POLICY --name stay --description stay --content ${content} --query Policy.PolicySummary.Id --output text`;
    return { POLICY_ID };
  },
};

export const untried: Readonly<Record<string, string>> = {
  'organizations-account-is-member': 'Another account has to send the invitation',
  'organizations-declarative-policy-ec2-enforces-baseline': lacks('organizations', 'DescribeEffectivePolicy'),
  'organizations-effective-policies-valid': 'There is no command: which policy is wrong a person has to see',
  'organizations-management-account-no-workloads': 'There is no command: workloads have to be moved',
  'organizations-s3-policy-blocks-public-access': lacks('organizations', 'DescribeEffectivePolicy'),
  'organizations-ai-services-opt-out': 'no command attaches it: what the policy says is for a person to write',
  'organizations-all-features-enabled': 'the emulator makes organizations with all features',
  'organizations-backup-policies-attached': 'no command attaches it: what the policy says is for a person to write',
  'organizations-rcp-enabled': 'no command attaches it: what the policy says is for a person to write',
  'organizations-scp-denies-leaving-organization':
    'The id of the policy is known when the first of its commands has run',
  'organizations-suspended-accounts-quarantined': 'the emulator suspends no accounts that it still lists by parent',
  'organizations-tag-policies-attached': 'no command attaches it: what the policy says is for a person to write',
  'organizations-scp-denies-root-user': 'The id of the policy is known when the first of its commands has run',
  'organizations-scp-denies-unused-regions': 'The id of the policy is known when the first of its commands has run',
  'organizations-scp-protects-security-services':
    'The id of the policy is known when the first of its commands has run',
};
