import { fail, pass, unknown } from '../../src/engine/check.ts';
import { number } from '../../src/engine/forms/index.ts';
import { stream } from '../../src/services/kinesis/stream.ts';
import { shell } from '../../src/text/shell.ts';

export default number(stream, 'kinesis-stream-retention-sufficient', {
  title: 'Streams keep records long enough',
  settings: {
    hours: {
      type: 'integer',
      default: 168,
      min: 24,
      max: 8760,
      describe: 'hours that a stream keeps records at least',
    },
  },
  at: 'details.retentionHours',
  atLeast: 'hours',
  pass: pass('{label} keeps records for {details.retentionHours} hours'),
  fail: fail('{label} keeps records for {details.retentionHours} hours; expected at least {settings.hours}'),
  unsaid: unknown('Kinesis did not say how long {label} keeps records'),
  risk: 'When a consumer fails over a weekend, what it has not read by then is gone and cannot be read again.',
  fix: {
    text: 'Keep records longer: each hour beyond 24 is billed. `decrease-stream-retention-period` undoes it.',
    exact: ({ id }, { settings: { hours } }) => ({
      cli: shell`aws kinesis increase-stream-retention-period --stream-name ${id} --retention-period-hours ${String(hours)}`,
    }),
  },
  references: [
    'https://docs.aws.amazon.com/streams/latest/dev/kinesis-extended-retention.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/kinesis-controls.html#kinesis-3',
  ],
});
