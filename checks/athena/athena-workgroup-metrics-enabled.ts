import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { disabled, workGroup } from '../../src/services/athena/work-group.ts';

export default state(workGroup, 'athena-workgroup-metrics-enabled', {
  title: 'Athena workgroups publish metrics of their queries',
  unless: [disabled],
  at: 'settings.metrics',
  is: {
    true: pass('{label} publishes metrics of its queries'),
    false: fail('{label} publishes no metrics of its queries'),
  },
  unsaid: unknown('AWS does not say whether {label} publishes metrics'),
  risk: 'Nobody sees how much its queries scan or how many fail: copying all data away, or a bill out of hand, goes unnoticed.',
  fix: {
    text: 'Publish its metrics to CloudWatch, and have an alarm on `ProcessedBytes`. Metrics are paid for.',
    cli: 'aws athena update-work-group --work-group {id} --configuration-updates PublishCloudWatchMetricsEnabled=true',
  },
  references: [
    'https://docs.aws.amazon.com/athena/latest/ug/query-metrics-viewing.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/athena-controls.html#athena-4',
  ],
});
