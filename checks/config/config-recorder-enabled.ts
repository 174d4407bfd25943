import { defineCheck, fail, pass } from '../../src/engine/check.ts';
import { isFailure, recorder } from '../../src/services/config/recorder.ts';

export default defineCheck({
  id: 'config-recorder-enabled',
  title: 'The configuration recorder of AWS Config is on in the region',
  resource: recorder,
  needs: ['status'],
  risk: 'Without a recorder nobody can tell how a resource was set up before an incident, and controls that rest on AWS Config judge nothing.',
  fix: {
    text: 'Set up a recorder and a delivery channel in the region and start recording. If it runs but fails, look at its role and its last error.',
    cli: 'aws configservice put-configuration-recorder --region {region} --configuration-recorder name=default,roleARN=arn:{partition}:iam::{account}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig --recording-group allSupported=true,includeGlobalResourceTypes=true\naws configservice put-delivery-channel --region {region} --delivery-channel name=default,s3BucketName=BUCKET\naws configservice start-configuration-recorder --region {region} --configuration-recorder-name default',
    terraform:
      'resource "aws_config_configuration_recorder" "this" {\n  role_arn = "arn:{partition}:iam::{account}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig"\n}\nresource "aws_config_delivery_channel" "this" {\n  s3_bucket_name = "BUCKET"\n  depends_on     = [aws_config_configuration_recorder.this]\n}\nresource "aws_config_configuration_recorder_status" "this" {\n  name       = aws_config_configuration_recorder.this.name\n  is_enabled = true\n  depends_on = [aws_config_delivery_channel.this]\n}',
  },
  references: [
    'https://docs.aws.amazon.com/config/latest/developerguide/stop-start-recorder.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/config-controls.html',
  ],
  evaluate({ name, recorder: found, status }) {
    if (found === undefined) return fail(`${name} has no configuration recorder`);
    if (status?.recording !== true)
      return fail(`${name} has a configuration recorder, but it is not recording`, { recorder: found.name, status });
    if (isFailure(status.lastStatus)) {
      return fail(`${name} is recording, but its last attempt failed (${status.lastErrorCode ?? 'no code'})`, {
        recorder: found.name,
        status,
      });
    }
    return pass(`${name} is recording`, { recorder: found.name, status });
  },
});
