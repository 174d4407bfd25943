import { defineCheck, fail, pass } from '../../src/engine/check.ts';
import { detector } from '../../src/services/guardduty/detector.ts';

export default defineCheck({
  id: 'guardduty-detector-enabled',
  title: 'GuardDuty is on in the region',
  resource: detector,
  needs: ['detail'],
  risk: 'Stolen credentials, mining, data theft and contact with known attackers in this region are noticed by nobody. Attackers look for the regions that are not watched.',
  fix: {
    text: 'Create a detector in the region, or turn the suspended one on again. In an organization let the delegated administrator turn it on for all accounts.',
    cli: 'aws guardduty create-detector --region {region} --enable\n# where the detector is suspended:\naws guardduty update-detector --region {region} --detector-id {id} --enable',
    terraform: 'resource "aws_guardduty_detector" "this" {\n  enable = true\n}',
  },
  references: ['https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_settingup.html'],
  evaluate({ name, detail }) {
    if (detail === undefined) return fail(`${name} is off: the region has no detector`);
    const { status } = detail;
    return status === 'ENABLED' ? pass(`${name} is on`, { status }) : fail(`${name} is suspended`, { status });
  },
});
