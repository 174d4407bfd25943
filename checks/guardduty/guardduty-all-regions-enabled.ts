import { along, defineCheck, fail, notApplicable, pass } from '../../src/engine/check.ts';
import { enabledRegion } from '../../src/services/account/region.ts';
import { detector } from '../../src/services/guardduty/detector.ts';
import { hcl } from '../../src/text/hcl.ts';
import { shell } from '../../src/text/shell.ts';
import { iamAccount } from '../../src/services/iam/account.ts';

/**
 * A region that lacks GuardDuty is proof enough to fail. To pass, every enabled region must have been read: a run that
 * is limited to some regions says nothing here, and `guardduty-detector-enabled` judges those it read.
 */
export default defineCheck({
  id: 'guardduty-all-regions-enabled',
  title: 'GuardDuty is on in every enabled region of the account',
  resource: iamAccount,
  along: { detectors: along(detector, { needs: ['detail'] }), enabled: along(enabledRegion) },
  risk: 'Whoever gets hold of credentials can work in any enabled region: one that is not watched is the place for miners and for hiding.',
  fix: {
    text: 'Turn GuardDuty on in each region that lacks it, best for all accounts by the delegated administrator with auto-enable ALL; disable regions nobody uses.',
    exact(_account, { along: { detectors } }) {
      const lacking = detectors.filter(({ detail }) => detail?.status !== 'ENABLED');
      const regions = lacking.flatMap(({ region, detectorId }) => (detectorId === undefined ? [region] : []));
      return {
        cli: lacking
          .map(({ region, detectorId }) =>
            detectorId === undefined
              ? shell`aws guardduty create-detector --region ${region} --enable`
              : shell`aws guardduty update-detector --region ${region} --detector-id ${detectorId} --enable`,
          )
          .join('\n'),
        ...(regions.length === 0
          ? {}
          : {
              terraform: hcl`resource "aws_guardduty_detector" "this" {\n  for_each = toset(${regions})\n  region   = each.value\n  enable   = true\n}`,
            }),
      };
    },
  },
  clearedBy: ['guardduty-detector-enabled'],
  references: [
    'https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_regions.html',
    'https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html',
  ],
  evaluate({ name }, { along: { detectors, enabled }, regions }) {
    const lacking = detectors.filter(({ detail }) => detail?.status !== 'ENABLED').map(({ region }) => region);
    const notRead = enabled.map(({ id }) => id).filter((id) => !regions.includes(id));
    const unread =
      notRead.length === 0 ? '' : `; ${notRead.length} enabled regions were not read: ${notRead.join(', ')}`;
    if (lacking.length > 0) {
      const all = `${lacking.length} of the ${detectors.length} regions read`;
      return fail(`${name} lacks GuardDuty in ${all}: ${lacking.join(', ')}${unread}`, { lacking, notRead });
    }
    const on = `GuardDuty is on in the ${detectors.length} regions read`;
    if (detectors.length === 0 || notRead.length > 0) return notApplicable(`${on}${unread}`);
    return pass(
      `${name} has GuardDuty on in all ${detectors.length} regions: ${detectors.map(({ region }) => region).join(', ')}`,
    );
  },
});
