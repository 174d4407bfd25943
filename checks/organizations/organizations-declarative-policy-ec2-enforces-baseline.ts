import { defineCheck, fail, pass } from '../../src/engine/check.ts';
import { ec2Baseline } from '../../src/judgements/organization/declared.ts';
import { notInOne, standing } from '../../src/judgements/organization/standing.ts';
import { organization } from '../../src/services/organizations/organization.ts';

export default defineCheck({
  id: 'organizations-declarative-policy-ec2-enforces-baseline',
  title: 'A declarative policy of the organization holds the EC2 baseline',
  resource: organization,
  needs: ['ec2Policy'],
  derived: { standing },
  risk: 'Settings of EC2 that each account chooses itself differ from account to account, and whoever takes one over changes them: images and snapshots become public, instances start without IMDSv2.',
  fix: {
    text: 'In the management account turn on declarative policies for EC2 and attach one that blocks public sharing of images and snapshots, requires IMDSv2 by default and turns the serial console off. What accounts have set otherwise no longer counts.',
    cli: `aws organizations create-policy --type DECLARATIVE_POLICY_EC2 --name ec2-baseline --description ec2-baseline --content '{"ec2_attributes":{"image_block_public_access":{"state":{"@@assign":"block_new_sharing"}},"snapshot_block_public_access":{"state":{"@@assign":"block_all_sharing"}},"instance_metadata_defaults":{"http_tokens":{"@@assign":"required"}},"serial_console_access":{"status":{"@@assign":"disabled"}}}}'
aws organizations attach-policy --policy-id POLICY_ID --target-id ROOT_ID`,
  },
  references: [
    'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_declarative_syntax.html',
  ],
  evaluate({ ec2Policy }, { derived }) {
    const outside = notInOne(derived.standing);
    if (outside !== undefined) return outside;
    if (ec2Policy === undefined)
      return fail('The organization puts no declarative policy for EC2 into force on the account');
    const { held, missing } = ec2Baseline(ec2Policy);
    return missing.length === 0
      ? pass(`The organization holds the EC2 baseline in the account: ${held.join(', ')}`, { policy: ec2Policy })
      : fail(
          `The organization puts a declarative policy for EC2 into force on the account, but without ${missing.join(', ')}`,
          {
            policy: ec2Policy,
            missing,
          },
        );
  },
});
