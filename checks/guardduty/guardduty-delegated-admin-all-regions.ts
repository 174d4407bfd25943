import { along, defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { member } from '../../src/services/guardduty/member.ts';
import { guarddutySettings } from '../../src/services/guardduty/settings.ts';
import { hcl } from '../../src/text/hcl.ts';
import { shell } from '../../src/text/shell.ts';
import { elsewhere, notInOne, standing } from '../../src/judgements/organization/standing.ts';

/**
 * Only two accounts of an organization can tell: the management account names the delegated administrator of each
 * region, and that administrator knows what it does with its members. Every other account gets no finding.
 */
export default defineCheck({
  id: 'guardduty-delegated-admin-all-regions',
  title: 'GuardDuty has a delegated administrator that takes in new accounts',
  resource: guarddutySettings,
  needs: ['organizationAdmins', 'organizationConfiguration'],
  derived: { standing },
  along: {
    everywhere: along(guarddutySettings, { needs: ['organizationConfiguration'], witness: true }),
    members: along(member, { reach: 'region', witness: true }),
  },
  risk: 'In a region without a delegated administrator, or where it does not take in new accounts, each account must turn GuardDuty on itself and can turn it off again unseen.',
  fix: {
    text: 'From the management account delegate GuardDuty to the security account in every region; from that account set auto-enable for organization members to ALL (or NEW).',
    exact({ organizationAdmins, organizationConfiguration }, { along: { members } }) {
      if (organizationConfiguration?.autoEnableMembers === 'NONE') {
        const detectorId = members[0]?.detectorId ?? 'DETECTOR';
        return {
          cli: shell`aws guardduty update-organization-configuration --detector-id ${detectorId} --auto-enable-organization-members ALL`,
          terraform: hcl`resource "aws_guardduty_organization_configuration" "this" {\n  detector_id                      = ${detectorId}\n  auto_enable_organization_members = "ALL"\n}`,
        };
      }
      if (organizationConfiguration !== undefined || organizationAdmins === undefined) return {};
      return {
        cli: 'aws guardduty enable-organization-admin-account --admin-account-id SECURITY_ACCOUNT',
        terraform:
          'resource "aws_guardduty_organization_admin_account" "this" {\n  admin_account_id = "SECURITY_ACCOUNT"\n}',
      };
    },
  },
  references: ['https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_organizations.html'],
  evaluate({ name, organizationAdmins, organizationConfiguration }, { along, derived }) {
    const outside = notInOne(derived.standing);
    if (outside !== undefined) return outside;
    if (organizationConfiguration !== undefined) {
      const { autoEnableMembers } = organizationConfiguration;
      if (autoEnableMembers === undefined)
        return unknown(`${name} does not say whether it takes in accounts of the organization`);
      if (autoEnableMembers === 'NONE')
        return fail(
          `${name} is administered from this account, but it is not turned on by itself for member accounts`,
          organizationConfiguration,
        );
      if (along.members.length === 0) {
        // Besides a delegated administrator there is the management account at least.
        if (derived.standing.kind === 'member')
          return fail(
            `${name} is administered from this account, but no account of the organization is a member`,
            organizationConfiguration,
          );
        if (autoEnableMembers !== 'ALL')
          return unknown(`${name} has no member account, and whether the organization has other accounts was not read`);
      }
      return pass(
        `${name} is administered from this account and turned on by itself for ${autoEnableMembers === 'ALL' ? 'all' : 'new'} member accounts`,
        organizationConfiguration,
      );
    }
    if (organizationAdmins !== undefined) {
      const enabled = organizationAdmins.filter(({ status }) => status === 'ENABLED');
      return enabled.length === 0
        ? fail(`${name} has no delegated administrator for the organization`, organizationAdmins)
        : pass(
            `${name} is administered by account ${enabled.map((admin) => admin.account ?? '?').join(', ')}: what it does with new accounts is judged there`,
            enabled,
          );
    }
    const others = along.everywhere
      .filter((other) => other.organizationConfiguration !== undefined)
      .map(({ region }) => region);
    return others.length === 0
      ? notApplicable(`how GuardDuty is run for the organization: ${elsewhere(derived.standing)}`)
      : fail(
          `${name} is not administered from this account, which is the delegated administrator in ${others.join(', ')}`,
          { elsewhere: others },
        );
  },
});
