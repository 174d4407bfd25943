import { along, defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { globalTypes, recorder, recordsIamIn, recordsType } from '../../src/services/config/recorder.ts';
import { iamAccount } from '../../src/services/iam/account.ts';

export default defineCheck({
  id: 'config-recorder-global-types-once',
  title: 'AWS Config records the types of IAM in one region',
  resource: iamAccount,
  along: { recorders: along(recorder, { needs: ['status'] }) },
  risk: 'Each region that records users, groups, roles and policies of IAM keeps the same items again, is paid for them again, and has every rule about them report the same finding.',
  fix: {
    text: 'Let the recorder of one region record the types of IAM, and exclude AWS::IAM::User, Group, Role and Policy in all others. Aggregators show them all the same.',
  },
  references: ['https://docs.aws.amazon.com/config/latest/developerguide/select-resources.html'],
  evaluate({ name }, { along: { recorders }, unreadRegions }) {
    const running = recorders.filter(({ recorder: own, status }) => own !== undefined && status?.recording === true);
    const untold = running.filter(({ recorder: own }) => own?.recordingGroup === undefined).map(({ region }) => region);
    const recording = (type: string): string[] =>
      running
        .filter(({ region, recorder: own }) => {
          const group = own?.recordingGroup;
          return group !== undefined && recordsIamIn(region) && recordsType(group, type);
        })
        .map(({ region }) => region);
    const found = globalTypes.map((type) => ({ type, regions: recording(type) }));
    const twice = found.filter((one) => one.regions.length > 1);
    if (twice.length > 0) {
      const again = [...new Set(twice.flatMap((one) => one.regions))];
      return fail(
        `${name} has types of IAM recorded in ${again.length} regions (${again.join(', ')}); expected each in one`,
        { regions: again, types: twice.map(({ type }) => type) },
      );
    }
    const regions = [...new Set(found.flatMap((one) => one.regions))];
    const unseen = [...untold, ...unreadRegions];
    if (unseen.length > 0)
      return unknown(
        `whether ${name} has types of IAM recorded once depends on regions that were not read: ${unseen.join(', ')}`,
      );
    if (regions.length > 0)
      return pass(`${name} has each type of IAM that is recorded in one region (${regions.join(', ')})`, { regions });
    return running.length === 0
      ? notApplicable('no recorder of AWS Config is on')
      : fail(`${name} has types of IAM recorded in no region; expected one`, { regions });
  },
});
