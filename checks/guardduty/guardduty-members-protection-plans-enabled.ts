import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { lacksPlan } from '../../src/partitions/region-features.ts';
import { member } from '../../src/services/guardduty/member.ts';
import { shell } from '../../src/text/shell.ts';

interface Feature {
  readonly name: string | undefined;
  readonly status: string | undefined;
}

const off = (features: readonly Feature[], plans: readonly string[]): readonly string[] =>
  plans.filter((plan) => features.some(({ name, status }) => name === plan && status === 'DISABLED'));

export default defineCheck({
  id: 'guardduty-members-protection-plans-enabled',
  title: 'GuardDuty member accounts have the protection plans on',
  resource: member,
  needs: ['features'],
  settings: {
    plans: {
      type: 'strings',
      default: [
        'S3_DATA_EVENTS',
        'EKS_AUDIT_LOGS',
        'EBS_MALWARE_PROTECTION',
        'RDS_LOGIN_EVENTS',
        'LAMBDA_NETWORK_LOGS',
        'RUNTIME_MONITORING',
      ],
      describe: 'protection plans that members have to have on, as GuardDuty names them',
    },
  },
  risk: 'What a plan would look at in the member stays unwatched, and the administrator hears nothing of it.',
  fix: {
    text: 'As the GuardDuty administrator turn the plans on in the member, and set them to be turned on for all accounts. Each costs by what it looks at; the same command with DISABLED undoes it.',
    exact: ({ id, detectorId, features }, { settings }) => {
      const wanted = off(features ?? [], settings.plans).map((Name) => ({ Name, Status: 'ENABLED' }));
      return {
        cli: shell`aws guardduty update-member-detectors --detector-id ${detectorId} --account-ids ${id} --features ${JSON.stringify(wanted)}`,
      };
    },
  },
  references: [
    'https://docs.aws.amazon.com/guardduty/latest/APIReference/API_GetMemberDetectors.html',
    'https://docs.aws.amazon.com/guardduty/latest/ug/guardduty-features-activation-model.html',
  ],
  evaluate({ name, region, relationship, features }, { settings: { plans } }) {
    const called = `${name}, a member of GuardDuty in ${region},`;
    if (features === undefined)
      return relationship === undefined
        ? unknown(`GuardDuty in ${region} does not say how member ${name} is related to it`)
        : notApplicable(`${called} is not enabled: it is ${relationship}`);
    const missing = off(features, plans);
    if (missing.length > 0) return fail(`${called} has ${missing.join(', ')} turned off`, features);
    // One that is not listed may be off or not offered: GuardDuty says neither.
    const silent = plans.filter(
      (plan) => !lacksPlan(region, plan) && !features.some((one) => one.name === plan && one.status === 'ENABLED'),
    );
    return silent.length > 0
      ? unknown(`GuardDuty does not say whether ${called} has ${silent.join(', ')}`)
      : pass(`${called} has its protection plans turned on`, features);
  },
});
