import { defineCheck, fail, pass } from '../../src/engine/check.ts';
import { putRecorder } from '../../src/judgements/logs/put-recorder.ts';
import { hcl } from '../../src/text/hcl.ts';
import { shell } from '../../src/text/shell.ts';
import { isFailure, recorder, recordsIamIn } from '../../src/services/config/recorder.ts';

export default defineCheck({
  id: 'config-recorder-enabled',
  title: 'The configuration recorder of AWS Config is on in the region',
  resource: recorder,
  needs: ['status'],
  risk: 'Without a recorder nobody can tell how a resource was set up before an incident, and controls that rest on AWS Config judge nothing.',
  fix: {
    text: 'Set up a recorder and a delivery channel in the region and start recording. If it runs but fails, look at its role and its last error.',
    exact({ account, partition, region, recorder: found, status }) {
      if (found !== undefined)
        return status?.recording === true
          ? {}
          : {
              cli: shell`aws configservice start-configuration-recorder --configuration-recorder-name ${found.name ?? 'default'}`,
            };
      const roleArn = `arn:${partition}:iam::${account}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig`;
      const recordingGroup = { all: true, globalTypes: recordsIamIn(region) } as const;
      return {
        note: 'The bucket needs a policy that lets AWS Config write into it; where the service-linked role is missing, create it first.',
        cli: [
          putRecorder({ name: 'default', roleArn, recordingGroup }),
          'aws configservice put-delivery-channel --delivery-channel name=default,s3BucketName=BUCKET',
          'aws configservice start-configuration-recorder --configuration-recorder-name default',
        ].join('\n'),
        terraform: hcl`resource "aws_config_configuration_recorder" "this" {\n  role_arn = ${roleArn}\n}\nresource "aws_config_delivery_channel" "this" {\n  s3_bucket_name = "BUCKET"\n  depends_on     = [aws_config_configuration_recorder.this]\n}\nresource "aws_config_configuration_recorder_status" "this" {\n  name       = aws_config_configuration_recorder.this.name\n  is_enabled = true\n  depends_on = [aws_config_delivery_channel.this]\n}`,
      };
    },
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
