import { answers, here } from '../../answers.ts';
import { arnOf, plantedSecret } from '../../facts.ts';

const environments = [
  { id: 'e-aaaaaaaaaa', name: 'shop-production', on: true },
  { id: 'e-bbbbbbbbbb', name: 'shop-trial', on: false },
] as const;
const option = (Namespace: string, OptionName: string, Value: string): object => ({ Namespace, OptionName, Value });

/** One with everything on, and one with nothing, a password in its variables, and a change that waits. */
export default answers('elastic-beanstalk', {
  DescribeEnvironments: here({
    Environments: environments.map(({ id, name }) => ({
      EnvironmentId: id,
      EnvironmentName: name,
      ApplicationName: 'shop',
      EnvironmentArn: arnOf('elasticbeanstalk', `environment/shop/${name}`),
      Status: 'Ready',
    })),
  }),
  DescribeConfigurationSettings: ({ input }) => {
    const EnvironmentName = String(input['EnvironmentName']);
    const on = environments.find(({ name }) => name === EnvironmentName)?.on === true;
    const settings = (DeploymentStatus: string, is: boolean): object => ({
      ApplicationName: 'shop',
      EnvironmentName,
      DeploymentStatus,
      OptionSettings: [
        option(
          'aws:elasticbeanstalk:application:environment',
          is ? 'STAGE' : 'DB_PASSWORD',
          is ? 'live' : plantedSecret,
        ),
        option('aws:elasticbeanstalk:cloudwatch:logs', 'StreamLogs', String(is)),
        option('aws:elasticbeanstalk:healthreporting:system', 'SystemType', is ? 'enhanced' : 'basic'),
        option('aws:elasticbeanstalk:hostmanager', 'LogPublicationControl', String(is)),
        option('aws:elasticbeanstalk:xray', 'XRayEnabled', String(is)),
        option('aws:elasticbeanstalk:environment', 'EnvironmentType', 'LoadBalanced'),
        option('aws:elasticbeanstalk:environment', 'LoadBalancerType', 'application'),
        option('aws:elasticbeanstalk:environment', 'LoadBalancerIsShared', 'false'),
        option('aws:elbv2:loadbalancer', 'AccessLogsS3Enabled', String(is)),
        option('aws:elasticbeanstalk:managedactions', 'ManagedActionsEnabled', String(is)),
      ],
    });
    return { ConfigurationSettings: [...(on ? [] : [settings('pending', true)]), settings('deployed', on)] };
  },
});
