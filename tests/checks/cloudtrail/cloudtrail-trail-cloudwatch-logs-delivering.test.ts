import check from '../../../checks/cloudtrail/cloudtrail-trail-cloudwatch-logs-delivering.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { foreign, goodTrail } from './trails.ts';

const delivered = (latestLogGroupDeliveryAt: string | undefined, latestLogGroupDeliveryError?: string) => ({
  status: { ...goodTrail.status, latestLogGroupDeliveryAt, latestLogGroupDeliveryError },
});

checkSuite(check, goodTrail, [
  { when: 'the last delivery is minutes old', expect: 'pass' },
  { when: 'the last delivery is exactly a day old', given: delivered('2026-05-31T00:00:00.000Z'), expect: 'pass' },
  {
    when: 'the last delivery is older than a day',
    given: delivered('2026-05-30T23:59:59.000Z'),
    expect: 'fail',
    message: /more than 24 hours ago$/,
  },
  {
    when: 'the last delivery failed, though one before it is minutes old',
    given: delivered('2026-05-31T23:55:00.000Z', 'Access denied.'),
    expect: 'fail',
    message: /its last delivery to it failed \(Access denied\.\)/,
  },
  {
    when: 'the setting allows more hours',
    given: delivered('2026-05-30T23:59:59.000Z'),
    settings: { maxHours: 48 },
    expect: 'pass',
  },
  { when: 'nothing was ever delivered', given: delivered(undefined), expect: 'fail', message: /never delivered/ },
  { when: 'there is no log group', given: { logGroupArn: undefined }, expect: 'fail', message: /does not deliver/ },
  {
    when: 'the trail belongs to another account',
    given: { ...foreign, logGroupArn: undefined },
    expect: 'not-applicable',
  },
]);
