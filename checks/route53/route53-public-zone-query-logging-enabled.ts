import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { hostedZone } from '../../src/services/route53/hosted-zone.ts';

export default state(hostedZone, 'route53-public-zone-query-logging-enabled', {
  title: 'Queries of public zones are logged',
  unless: [
    { at: 'privateZone', is: [true], because: '{label} is private: its queries are logged by the resolver' },
    { at: 'privateZone', is: [undefined], verdict: unknown('AWS does not say whether {label} is public') },
  ],
  at: 'queryLogs.on',
  is: {
    true: pass('{label} logs queries'),
    false: fail('{label} does not log queries'),
  },
  risk: 'Who asks for which names, and what attackers look for before they come, is known to nobody.',
  fix: {
    text: 'Make a log group in us-east-1 whose resource policy lets Route 53 write, then log to it. CloudWatch Logs charges for what comes in: give the group a retention.',
    cli: 'aws route53 create-query-logging-config --hosted-zone-id {id} --cloud-watch-logs-log-group-arn LOG_GROUP_ARN',
  },
  references: [
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/query-logs.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/route53-controls.html#route53-2',
  ],
});
