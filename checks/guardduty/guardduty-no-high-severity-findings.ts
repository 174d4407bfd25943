import { noOpenFindings } from '../../src/judgements/protection/open-findings.ts';
import { detector } from '../../src/services/guardduty/detector.ts';

export default noOpenFindings(detector, 'guardduty-no-high-severity-findings', {
  title: 'GuardDuty has no open findings of high or critical severity',
  at: 'highFindings',
  what: 'of high or critical severity',
  asleep: {
    needs: ['detail'],
    such: { detail: { status: 'DISABLED' } },
    when: ({ name, detail }) =>
      detail !== undefined && detail.status !== 'ENABLED'
        ? `${name} is suspended: it has no open findings and looks for none`
        : undefined,
  },
  risk: 'A high finding means that an instance, a container or an identity is probably compromised and in use by an attacker now.',
  fix: {
    text: 'Investigate each finding and contain the resource it names; archive a finding only when it is dealt with or proven harmless.',
  },
  references: [
    'https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings-severity.html',
    'https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_remediate.html',
  ],
});
