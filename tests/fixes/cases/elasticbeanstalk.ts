import { lacks } from '../lacks.ts';

export const fixes = {};

const settings = lacks('elasticbeanstalk', 'DescribeConfigurationSettings');

export const untried: Readonly<Record<string, string>> = {
  'elasticbeanstalk-environment-cloudwatch-logs-enabled': settings,
  'elasticbeanstalk-environment-configuration-no-secrets': 'no command: the secret has to be moved and rotated first',
  'elasticbeanstalk-environment-enhanced-health-enabled': settings,
  'elasticbeanstalk-environment-load-balancer-access-logs-enabled': settings,
  'elasticbeanstalk-environment-managed-updates-enabled': settings,
  'elasticbeanstalk-environment-persistent-logs-enabled': settings,
  'elasticbeanstalk-environment-xray-tracing-enabled': settings,
};
