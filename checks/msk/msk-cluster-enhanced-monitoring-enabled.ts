import { fail, pass, unknown } from '../../src/engine/check.ts';
import { sameFor, state } from '../../src/engine/forms/index.ts';
import { mskCluster } from '../../src/services/msk/cluster.ts';
import { shell } from '../../src/text/shell.ts';

export default state(mskCluster, 'msk-cluster-enhanced-monitoring-enabled', {
  title: 'MSK clusters tell metrics of topics',
  at: 'monitoring',
  is: {
    ...sameFor(['PER_TOPIC_PER_BROKER', 'PER_TOPIC_PER_PARTITION'], pass('{label} tells metrics {monitoring}')),
    ...sameFor(
      ['DEFAULT', 'PER_BROKER'],
      fail('{label} tells metrics at the level {monitoring}; expected PER_TOPIC_PER_BROKER or more'),
    ),
  },
  unsaid: unknown('AWS does not say which metrics {label} tells'),
  unless: [{ at: 'type', is: ['SERVERLESS'], because: '{label} is serverless, which has no such level' }],
  risk: 'A topic that somebody reads or writes out of turn, or a consumer that has stopped, is not seen.',
  fix: {
    text: 'Raise the level. CloudWatch charges for the metrics. `DEFAULT` undoes it.',
    exact: ({ arn, version }) => ({
      cli: shell`aws kafka update-monitoring --cluster-arn ${arn} --current-version ${version ?? 'CURRENT_VERSION'} --enhanced-monitoring PER_TOPIC_PER_BROKER`,
    }),
  },
  references: [
    'https://docs.aws.amazon.com/msk/latest/developerguide/metrics-details.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/msk-controls.html#msk-2',
  ],
});
