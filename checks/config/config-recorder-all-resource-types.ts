import { along, defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import type { Subject } from '../../src/engine/check.ts';
import { putRecorder } from '../../src/judgements/logs/put-recorder.ts';
import { hcl } from '../../src/text/hcl.ts';
import type { Recorded } from '../../src/services/config/recorder.ts';
import { globalTypes, isFailure, recorder, recordsIamIn, recordsType } from '../../src/services/config/recorder.ts';

export default defineCheck({
  id: 'config-recorder-all-resource-types',
  title: 'AWS Config records all resource types, those of IAM in at least one region',
  resource: recorder,
  needs: ['status'],
  along: { recorders: along(recorder, { needs: ['status'], witness: true }) },
  risk: 'Resources of a type that is left out change without a trace and are seen by no rule.',
  fix: {
    text: 'Record all supported resource types. Users, groups, roles and policies of IAM are the same everywhere: one region has to record them.',
    exact: ({ region, recorder: found }) =>
      found === undefined
        ? {}
        : {
            cli: putRecorder({ ...found, recordingGroup: { all: true, globalTypes: recordsIamIn(region) } }),
            terraform: hcl`resource "aws_config_configuration_recorder" "this" {\n  role_arn = ${found.roleArn ?? 'ROLE_ARN'}\n  recording_group {\n    all_supported                 = true\n    include_global_resource_types = ${recordsIamIn(region)}\n  }\n}`,
          },
  },
  references: [
    'https://docs.aws.amazon.com/config/latest/developerguide/select-resources.html',
    'https://docs.aws.amazon.com/config/latest/APIReference/API_RecordingGroup.html',
  ],
  evaluate({ name, region, recorder: found, status }, { along: { recorders }, unreadRegions }) {
    if (found === undefined) return notApplicable('there is no configuration recorder');
    const { recordingGroup: records, frequency, daily } = found;
    if (records === undefined) return unknown(`${name} does not say which resource types its recorder records`);
    const observed = { records, frequency, daily };
    if ('included' in records)
      return fail(
        `${name} records ${records.included.length} resource types only, not all that are supported`,
        observed,
      );
    const excluded = 'excluded' in records ? records.excluded.filter((type) => !isGlobal(type)) : [];
    if (excluded.length > 0)
      return fail(`${name} leaves out ${excluded.length} resource types, among them ${excluded[0]}`, observed);

    const ofIam = missingIn(records, region);
    const lacking = ofIam.length === 0 ? [] : ofIam.filter((type) => !recorders.some((one) => isRecording(one, type)));
    if (lacking.length > 0 && recordsIamIn(region)) {
      const types = lacking.join(', ');
      return unreadRegions.length > 0
        ? unknown(
            `${name} leaves ${types} to another region; not every enabled region was read: ${unreadRegions.join(', ')}`,
          )
        : fail(`${name} does not record ${types}, and no other region does`, { ...observed, lacking });
    }
    if (status?.recording !== true) return notApplicable(`${name} is set to record all types, but is not recording`);
    const often = frequency === 'DAILY' ? ' once a day' : '';
    if (ofIam.length === 0) return pass(`${name} records all supported resource types${often}`, observed);
    return lacking.length === 0
      ? pass(
          `${name} records all resource types of the region${often}, and ${ofIam.join(', ')} ${ofIam.length === 1 ? 'is' : 'are'} recorded in another`,
          observed,
        )
      : pass(`${name} records all resource types that it can record in the region${often}`, observed);
  },
});

const isGlobal = (type: string): boolean => globalTypes.some((name) => name === type);

/** The types of IAM that a region's recorder does not record, because of what it is set to or because no recorder can there. */
const missingIn = (records: Recorded, region: string): string[] =>
  globalTypes.filter((type) => !recordsIamIn(region) || !recordsType(records, type));

function isRecording({ region, recorder: one, status }: Subject<typeof recorder, 'status'>, type: string): boolean {
  return (
    one?.recordingGroup !== undefined &&
    status?.recording === true &&
    !isFailure(status.lastStatus) &&
    recordsIamIn(region) &&
    recordsType(one.recordingGroup, type)
  );
}
