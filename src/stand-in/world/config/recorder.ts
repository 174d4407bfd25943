import { answers, here } from '../../answers.ts';
import { iamArn } from '../../facts.ts';

export default answers('config-service', {
  DescribeConfigurationRecorders: here({
    ConfigurationRecorders: [
      {
        name: 'default',
        roleARN: iamArn('role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig'),
        recordingGroup: { allSupported: true, includeGlobalResourceTypes: true },
      },
    ],
  }),
  DescribeConfigurationRecorderStatus: here({
    ConfigurationRecordersStatus: [{ name: 'default', recording: true, lastStatus: 'SUCCESS' }],
  }),
});
