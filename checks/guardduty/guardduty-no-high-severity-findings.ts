import { defineCheck, fail, notApplicable, pass } from '../../src/engine/check.ts';
import { detector } from '../../src/services/guardduty/detector.ts';

export default defineCheck({
  id: 'guardduty-no-high-severity-findings',
  title: 'GuardDuty has no open findings of high or critical severity',
  resource: detector,
  needs: ['detail', 'highFindings'],
  risk: 'A high finding means that an instance, a container or an identity is probably compromised and in use by an attacker now.',
  fix: {
    text: 'Investigate each finding and contain the resource it names; archive a finding only when it is dealt with or proven harmless.',
  },
  references: [
    'https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings-severity.html',
    'https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_remediate.html',
  ],
  evaluate({ name, detail, highFindings }) {
    if (detail === undefined || highFindings === undefined)
      return notApplicable(`${name} is off, so it has no findings`);
    const { count, more } = highFindings;
    if (count > 0) {
      const many = `${more ? 'at least ' : ''}${count} open ${count === 1 ? 'finding' : 'findings'}`;
      return fail(`${name} has ${many} of high or critical severity`, highFindings);
    }
    if (detail.status !== 'ENABLED')
      return notApplicable(`${name} is suspended: it has no open findings and looks for none`);
    return pass(`${name} has no open findings of high or critical severity`, highFindings);
  },
});
