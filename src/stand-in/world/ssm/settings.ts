import { answers } from '../../answers.ts';
import { mainRegion } from '../../facts.ts';
import { fails } from '../../front.ts';

/** Blocked where the documents are, and left as it was elsewhere. */
const preferences = {
  schemaVersion: '1.0',
  description: 'Document to hold regional settings for Session Manager',
  sessionType: 'Standard_Stream',
  inputs: {
    s3BucketName: '',
    s3EncryptionEnabled: true,
    cloudWatchLogGroupName: '/ssm/sessions',
    cloudWatchEncryptionEnabled: true,
    kmsKeyId: 'alias/data',
  },
};

export default answers('ssm', {
  DescribeInstanceInformation: {
    InstanceInformationList: [{ InstanceId: 'mi-0aaaaaaaaaaaaaaa1', PingStatus: 'Online' }],
  },
  GetDocument: ({ region }) =>
    region === mainRegion
      ? {
          Name: 'SSM-SessionManagerRunShell',
          DocumentVersion: '1',
          Status: 'Active',
          Content: JSON.stringify(preferences),
          DocumentType: 'Session',
          DocumentFormat: 'JSON',
        }
      : fails({ code: 'InvalidDocument', status: 400 }),
  GetServiceSetting: ({ input: { SettingId }, region }) => ({
    ServiceSetting: {
      SettingId,
      SettingValue: region === mainRegion ? 'Disable' : 'Enable',
      Status: region === mainRegion ? 'Customized' : 'Default',
    },
  }),
});
