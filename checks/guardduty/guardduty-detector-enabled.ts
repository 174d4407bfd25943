import { fail, pass } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { detector } from '../../src/services/guardduty/detector.ts';
import { shell } from '../../src/text/shell.ts';

export default state(detector, 'guardduty-detector-enabled', {
  title: 'GuardDuty is on in the region',
  at: 'detail.status',
  is: { ENABLED: pass('{name} is on'), DISABLED: fail('{name} is suspended') },
  absent: fail('{name} is off: the region has no detector'),
  risk: 'Stolen credentials, mining, data theft and contact with known attackers in this region are noticed by nobody. Attackers look for the regions that are not watched.',
  fix: {
    text: 'Create a detector in the region, or turn the suspended one on again. In an organization let the delegated administrator turn it on for all accounts. It is charged by the events and logs it analyses, and looks on without touching anything.',
    terraform: 'resource "aws_guardduty_detector" "this" {\n  enable = true\n}',
    exact: ({ detectorId }) => ({
      cli:
        detectorId === undefined
          ? 'aws guardduty create-detector --enable'
          : shell`aws guardduty update-detector --detector-id ${detectorId} --enable`,
      terraform: 'resource "aws_guardduty_detector" "this" {\n  enable = true\n}',
    }),
  },
  references: ['https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_settingup.html'],
});
