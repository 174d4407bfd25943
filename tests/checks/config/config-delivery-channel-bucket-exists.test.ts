import check from '../../../checks/config/config-delivery-channel-bucket-exists.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const base = {
  id: '111122223333',
  name: 'The delivery channel of AWS Config in eu-west-1',
  channel: { name: 'default', bucket: 'config-logs' as string | undefined },
  deliveries: {
    failed: false,
    errorCode: undefined as string | undefined,
    succeededAt: '2026-05-31T20:00:00.000Z' as string | undefined,
  },
  bucketAnswer: { asked: false },
};
const failing = { deliveries: { failed: true, errorCode: 'NoSuchBucket', succeededAt: undefined } };
const own = [{ id: 'config-logs', createdAt: undefined }];

checkSuite(check, base, [
  {
    when: 'the bucket is one of the account',
    along: { buckets: own },
    expect: 'pass',
    message: /config-logs, which exists/,
  },
  {
    when: "another account's bucket was delivered to yesterday",
    expect: 'pass',
    message: /last delivered to bucket config-logs/,
  },
  {
    when: 'the bucket answers although the delivery failed',
    given: { ...failing, bucketAnswer: { asked: true } },
    expect: 'pass',
  },
  {
    when: 'there is no such bucket',
    given: { ...failing, bucketAnswer: undefined },
    expect: 'fail',
    message: /config-logs, which does not exist/,
  },
  {
    when: "the last delivery to another account's bucket is old",
    given: { deliveries: { ...base.deliveries, succeededAt: '2026-05-24T23:59:59.000Z' } },
    expect: 'unknown',
    message: /7 days/,
  },
  {
    when: 'the last delivery is exactly as old as allowed',
    given: { deliveries: { ...base.deliveries, succeededAt: '2026-05-25T00:00:00.000Z' } },
    expect: 'pass',
  },
  {
    when: 'the setting allows an older delivery',
    given: { deliveries: { ...base.deliveries, succeededAt: '2026-05-20T00:00:00.000Z' } },
    settings: { maxDays: 30 },
    expect: 'pass',
  },
  { when: 'there is no delivery channel', given: { channel: undefined }, expect: 'not-applicable' },
]);
