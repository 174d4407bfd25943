import { fail, pass, unknown } from '../../src/engine/check.ts';
import { each } from '../../src/engine/forms/index.ts';
import { beingDeleted, domain } from '../../src/services/opensearch/domain.ts';
import { shell } from '../../src/text/shell.ts';

export default each(domain, 'opensearch-domain-slow-logs-enabled', {
  title: 'OpenSearch domains publish slow logs',
  list: 'details.slowLogs',
  by: 'published',
  is: { true: 'good', false: 'bad' },
  called: '{log}',
  pass: pass('{label} publishes slow logs to CloudWatch Logs'),
  fail: fail('{label} does not publish {bad:some}; expected them in CloudWatch Logs'),
  none: unknown('OpenSearch Service did not say which slow logs {label} publishes'),
  unless: [beingDeleted],
  risk: 'Which searches or writes slow the domain down, by mistake or on purpose, is not seen until it fails.',
  fix: {
    text: 'Create a log group, let es.amazonaws.com write to it by a resource policy of CloudWatch Logs, and name it. Thresholds are settings of each index: without them nothing is written.',
    exact: ({ id, details }) => ({
      cli: details.slowLogs
        .filter(({ published }) => published === false)
        .map(
          ({ log }) =>
            shell`aws opensearch update-domain-config --domain-name ${id} --log-publishing-options ${`${log}={CloudWatchLogsLogGroupArn=LOG_GROUP_ARN,Enabled=true}`}`,
        )
        .join('\n'),
    }),
  },
  needs: ['details'],
  references: [
    'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/createdomain-configure-slow-logs.html',
  ],
});
