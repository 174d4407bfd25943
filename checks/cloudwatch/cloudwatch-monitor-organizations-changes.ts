import { defineCheck } from '../../src/engine/check.ts';
import { chain, judgeMonitored, monitoringFix } from '../../src/judgements/logs/monitored-event.ts';
import { accountSettings } from '../../src/services/account/account.ts';
import { notInOne, standing } from '../../src/judgements/organization/standing.ts';

const monitored = {
  event: 'organizations-changes',
  what: 'changes to the organization',
  source: 'organizations.amazonaws.com',
} as const;

export default defineCheck({
  id: 'cloudwatch-monitor-organizations-changes',
  title: 'Changes to the organization raise an alarm',
  resource: accountSettings,
  along: chain,
  derived: { standing },
  risk: 'Accounts that are moved, invited or removed, and policies that are detached, change what the whole organization is protected by.',
  fix: {
    text: 'Let a metric filter count the calls that change accounts, organizational units and policies, and alarm on the first. The alarm publishes to an SNS topic that somebody reads.',
    ...monitoringFix(monitored.event, 'OrganizationsChanges'),
  },
  references: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html'],
  evaluate({ account }, { along: links, derived, regions }) {
    return notInOne(derived.standing) ?? judgeMonitored(monitored, account, links, regions);
  },
});
