import { defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { member } from '../../src/services/guardduty/member.ts';
import { shell } from '../../src/text/shell.ts';

export default defineCheck({
  id: 'guardduty-members-enabled',
  title: 'GuardDuty member accounts are enabled',
  resource: member,
  risk: 'A member that never answered its invitation, was suspended or left sends no findings to the administrator: what happens in it is seen by nobody centrally.',
  fix: {
    text: 'As the GuardDuty administrator turn the member on, or add it again when it was disassociated; delete the entry of an account that is closed. In an organization set auto-enable to ALL.',
    exact({ id, detectorId, relationship }) {
      if (relationship === 'Disabled')
        return { cli: shell`aws guardduty start-monitoring-members --detector-id ${detectorId} --account-ids ${id}` };
      const details = `AccountId=${id},Email=EMAIL`;
      return {
        note: 'The command adds an account of the organization; any other has to be invited and to accept.',
        cli: shell`aws guardduty create-members --detector-id ${detectorId} --account-details ${details}`,
      };
    },
  },
  references: ['https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_accounts.html'],
  evaluate({ name, region, relationship }) {
    if (relationship === undefined)
      return unknown(`GuardDuty in ${region} does not say how member ${name} is related to it`);
    // Written "Enabled"; the case is not part of the API's promise.
    return relationship.toLowerCase() === 'enabled'
      ? pass(`${name} is an enabled member of GuardDuty in ${region}`, { relationship })
      : fail(`${name} is a member of GuardDuty in ${region} with status ${relationship}, not Enabled`, {
          relationship,
        });
  },
});
