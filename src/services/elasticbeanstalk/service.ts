import { service } from '../../aws/service.ts';

export const elasticbeanstalk = service<typeof import('@aws-sdk/client-elastic-beanstalk')>({
  id: 'elasticbeanstalk',
  sdkId: 'Elastic Beanstalk',
  // https://docs.aws.amazon.com/general/latest/gr/elasticbeanstalk.html
  missingIn: ['ap-east-2', 'mx-central-1'],
  // What it always sends: https://docs.aws.amazon.com/elasticbeanstalk/latest/api/API_DescribeEnvironments.html
  sends: {
    ConfigurationSettingsDescription: ['OptionSettings'],
    ConfigurationSettingsDescriptions: ['ConfigurationSettings'],
    EnvironmentDescription: ['EnvironmentId', 'EnvironmentName', 'ApplicationName'],
    EnvironmentDescriptionsMessage: ['Environments'],
  },
  load: () => import('./sdk.ts'),
});
