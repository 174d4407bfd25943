import { defineCheck, fail, notApplicable, pass } from '../../src/engine/check.ts';
import { recorder } from '../../src/services/config/recorder.ts';

/** Recorded in one region for the whole account, so that the others may leave them out. */
const globalTypes = new Set(['AWS::IAM::User', 'AWS::IAM::Group', 'AWS::IAM::Role', 'AWS::IAM::Policy']);

export default defineCheck({
  id: 'config-recorder-all-resource-types',
  title: 'AWS Config records all resource types of the region',
  severity: 'medium',
  category: 'security',
  resource: recorder,
  risk: 'Resources of a type that is left out change without a trace and are seen by no rule.',
  fix: {
    text: 'Record all supported resource types. The global IAM types need recording in one region only.',
    cli: 'aws configservice put-configuration-recorder --region {region} --configuration-recorder name=default,roleARN=ROLE_ARN --recording-group allSupported=true,includeGlobalResourceTypes=true',
    terraform:
      'resource "aws_config_configuration_recorder" "this" {\n  role_arn = "ROLE_ARN"\n  recording_group {\n    all_supported                 = true\n    include_global_resource_types = true\n  }\n}',
  },
  references: ['https://docs.aws.amazon.com/config/latest/developerguide/select-resources.html'],
  evaluate({ name, recorder: found }) {
    if (found === undefined) return notApplicable('there is no configuration recorder');
    const { records } = found;
    if (records === 'all') return pass(`${name} records all supported resource types`);
    if ('included' in records)
      return fail(`${name} records ${records.included.length} resource types only, not all that are supported`, {
        included: records.included,
      });
    const excluded = records.excluded.filter((type) => !globalTypes.has(type));
    return excluded.length === 0
      ? pass(`${name} records all resource types of the region`, { excluded: records.excluded })
      : fail(`${name} leaves out ${excluded.length} resource types, among them ${excluded[0]}`, { excluded });
  },
});
