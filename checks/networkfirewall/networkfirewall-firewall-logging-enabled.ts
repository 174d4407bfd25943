import { defineCheck, fail, notApplicable, pass } from '../../src/engine/check.ts';
import { isShared, sharedReason } from '../../src/services/ec2/ownership.ts';
import { firewall } from '../../src/services/networkfirewall/firewall.ts';

export default defineCheck({
  id: 'networkfirewall-firewall-logging-enabled',
  title: 'Network firewalls log what they see',
  resource: firewall,
  needs: ['logging'],
  risk: 'Nobody sees what was dropped, and what should have been.',
  fix: {
    text: 'Log alerts and flows to CloudWatch Logs, S3 or Firehose. What is logged costs by volume. Only one kind of log can be added at a time.',
    cli: "aws network-firewall update-logging-configuration --firewall-arn {arn} --logging-configuration 'LogDestinationConfigs=[{LogType=ALERT,LogDestinationType=CloudWatchLogs,LogDestination={logGroup=LOG_GROUP}}]'",
  },
  references: [
    'https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-logging.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/networkfirewall-controls.html#networkfirewall-2',
  ],
  evaluate(subject) {
    if (isShared(subject)) return notApplicable(sharedReason(subject));
    const { name, logging } = subject;
    if (logging.logs.length === 0)
      return fail(`Firewall ${name} logs nothing; expected logs of alerts and flows`, { logs: [] });
    const kinds = logging.logs.map(({ type = '?', to = '?' }) => `${type} to ${to}`);
    return pass(`Firewall ${name} logs ${kinds.join(', ')}`, logging);
  },
});
