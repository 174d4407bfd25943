import type { ConfigurationOptionSetting } from '@aws-sdk/client-elastic-beanstalk';
import type { Api } from '../../aws/api.ts';
import { MalformedAnswer } from '../../aws/errors.ts';
import { listed } from '../../inventory/listed.ts';
import { findSecrets } from '../../secrets/find.ts';
import { namedCredentials } from '../../secrets/named-credentials.ts';
import { elasticbeanstalk } from './service.ts';

/** An environment of an application; those that are ended are left out. */
export const environment = listed(elasticbeanstalk, 'AWS::ElasticBeanstalk::Environment', 'DescribeEnvironments', {
  at: 'Environments',
  token: 'NextToken',
  input: { IncludeDeleted: false },
  narrows: {
    ApplicationName: 'unless given',
    EnvironmentIds: 'unless given',
    EnvironmentNames: 'unless given',
    IncludedDeletedBackTo: 'unless given',
    VersionLabel: 'unless given',
  },
  id: ({ EnvironmentId, Status }) => (Status === 'Terminated' || Status === 'Terminating' ? undefined : EnvironmentId),
  keep: {
    name: ({ EnvironmentName, EnvironmentId = '' }) => EnvironmentName ?? EnvironmentId,
    arn: 'EnvironmentArn',
    application: 'ApplicationName',
    status: 'Status',
  },
  arn: ({ name, application }, { partition, region, account }) =>
    `arn:${partition}:elasticbeanstalk:${region}:${account}:environment/${application ?? ''}/${name}`,
}).facets((facet) => ({
  /**
   * Of the options that are in force, those that are judged. What an environment's variables are set to is among the options, so
   * that no other is kept.
   * https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html
   */
  options: facet({
    calls: ['DescribeConfigurationSettings'],
    async read(api, item) {
      return (await settingsOf(api, item)).options;
    },
  }),
  /** Secrets in its variables: kinds and names, no values. */
  variableSecrets: facet({
    calls: ['DescribeConfigurationSettings'],
    async read(api, item) {
      return (await settingsOf(api, item)).variableSecrets;
    },
  }),
}));

const variables = 'aws:elasticbeanstalk:application:environment';
const credentialNames = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SECRET_KEY'];

/** One answer for both facets, of which no value of a variable is kept. */
const settingsOf = (
  api: Api<typeof import('@aws-sdk/client-elastic-beanstalk'), 'DescribeConfigurationSettings'>,
  { name, application }: { readonly name: string; readonly application: string | undefined },
) =>
  api.once(`settings of ${application ?? ''}/${name}`, async () => {
    const { ConfigurationSettings } = await api.call('DescribeConfigurationSettings', {
      ApplicationName: application,
      EnvironmentName: name,
    });
    if (ConfigurationSettings === undefined || ConfigurationSettings.length === 0)
      throw new MalformedAnswer('DescribeConfigurationSettings gives no settings');
    // a set that is still to come, or that failed, is told beside the one in force: it decides nothing, and may hold secrets
    const all = ConfigurationSettings.flatMap(({ OptionSettings }) => OptionSettings ?? []);
    const options =
      ConfigurationSettings.find(({ DeploymentStatus }) => DeploymentStatus === 'deployed')?.OptionSettings ?? [];
    const values = all
      .filter(({ Namespace }) => Namespace === variables)
      .map(({ OptionName, Value }) => ({ name: OptionName ?? '', value: Value ?? '' }));
    const found = await findSecrets(values);
    return {
      options: {
        /** Whether platform updates are installed by themselves. */
        managedUpdates: switchOf(options, 'aws:elasticbeanstalk:managedactions', 'ManagedActionsEnabled'),
        /** Whether the logs of instances are streamed to CloudWatch Logs. */
        streamsLogs: switchOf(options, 'aws:elasticbeanstalk:cloudwatch:logs', 'StreamLogs'),
        /** Whether logs of instances are kept in S3 when the instances are gone. */
        keepsLogs: switchOf(options, 'aws:elasticbeanstalk:hostmanager', 'LogPublicationControl'),
        tracing: switchOf(options, 'aws:elasticbeanstalk:xray', 'XRayEnabled'),
        /** `SingleInstance` or `LoadBalanced`. */
        kind: valueOf(options, 'aws:elasticbeanstalk:environment', 'EnvironmentType'),
        /** `classic`, `application` or `network`. */
        balancer: valueOf(options, 'aws:elasticbeanstalk:environment', 'LoadBalancerType'),
        sharedBalancer: switchOf(options, 'aws:elasticbeanstalk:environment', 'LoadBalancerIsShared'),
        balancerLogs: switchOf(options, 'aws:elbv2:loadbalancer', 'AccessLogsS3Enabled'),
        /** `basic` or `enhanced`. */
        health: valueOf(options, 'aws:elasticbeanstalk:healthreporting:system', 'SystemType')?.toLowerCase(),
      },
      variableSecrets: {
        variables: values.length,
        secrets: [...found, ...namedCredentials(values, credentialNames, found)],
      },
    };
  });

const valueOf = (options: readonly ConfigurationOptionSetting[], namespace: string, name: string): string | undefined =>
  options.find((one) => one.Namespace === namespace && one.OptionName === name)?.Value;

/** A text that is `true` or `false`; what else it may say is not known. */
function switchOf(
  options: readonly ConfigurationOptionSetting[],
  namespace: string,
  name: string,
): boolean | undefined {
  const said = valueOf(options, namespace, name)?.toLowerCase();
  return said === 'true' || said === 'false' ? said === 'true' : undefined;
}
