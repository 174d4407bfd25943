import check from '../../../checks/kms/kms-key-rotation-enabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { details, key } from '../../helpers/kms.ts';

const on = { enabled: true, periodInDays: 365, nextAt: undefined };
const off = { enabled: false, periodInDays: undefined, nextAt: undefined };

checkSuite(check, { ...key, rotation: on }, [
  { when: 'rotation is on', expect: 'pass', message: /alias\/data rotates every 365 days/ },
  {
    when: 'the period is not told',
    given: { rotation: { ...on, periodInDays: undefined } },
    expect: 'unknown',
    message: /how often/,
  },
  { when: 'the period is the shortest', given: { rotation: { ...on, periodInDays: 90 } }, expect: 'pass' },
  {
    when: 'the period is the longest that AWS offers',
    given: { rotation: { ...on, periodInDays: 2560 } },
    expect: 'fail',
    message: /every 2560 days; expected at most 365/,
  },
  { when: 'the period is a day longer than a year', given: { rotation: { ...on, periodInDays: 366 } }, expect: 'fail' },
  {
    when: 'the setting allows the longest period',
    given: { rotation: { ...on, periodInDays: 2560 } },
    settings: { maxPeriodInDays: 2560 },
    expect: 'pass',
  },
  { when: 'rotation is off', given: { rotation: off }, expect: 'fail', message: /does not rotate automatically/ },
  {
    when: 'the period is longer than the setting',
    given: { rotation: { ...on, periodInDays: 366 } },
    settings: { maxPeriodInDays: 180 },
    expect: 'fail',
    message: /every 366 days; expected at most 180/,
  },
  { when: 'the period is the setting', settings: { maxPeriodInDays: 365 }, expect: 'pass' },
  {
    when: 'a disabled key does not rotate',
    given: { details: { ...details, state: 'Disabled' }, rotation: off },
    expect: 'not-applicable',
    message: /disabled/,
  },
  {
    when: 'a disabled key has rotation on',
    given: { details: { ...details, state: 'Disabled' } },
    expect: 'pass',
    message: /every 365 days, though not while it is disabled/,
  },
  {
    when: 'a disabled key has a period that is too long',
    given: { details: { ...details, state: 'Disabled' }, rotation: { ...on, periodInDays: 1000 } },
    expect: 'fail',
  },
  {
    when: 'AWS manages the key',
    given: { details: { ...details, manager: 'AWS' }, rotation: undefined },
    expect: 'not-applicable',
    message: /every year/,
  },
  {
    when: 'the key is asymmetric',
    given: { details: { ...details, spec: 'RSA_2048' }, rotation: undefined },
    expect: 'not-applicable',
    message: /RSA_2048/,
  },
  {
    when: 'the key makes HMACs',
    given: { details: { ...details, spec: 'HMAC_256' }, rotation: undefined },
    expect: 'not-applicable',
  },
  {
    when: 'the key material was imported',
    given: { details: { ...details, origin: 'EXTERNAL' }, rotation: undefined },
    expect: 'not-applicable',
    message: /imported/,
  },
  {
    when: 'the key is in CloudHSM',
    given: { details: { ...details, origin: 'AWS_CLOUDHSM' }, rotation: undefined },
    expect: 'not-applicable',
    message: /custom key store/,
  },
  {
    when: 'the key is a replica',
    given: {
      details: { ...details, multiRegionType: 'REPLICA', primaryArn: 'arn:aws:kms:us-east-1:111122223333:key/mrk-1' },
      rotation: undefined,
    },
    expect: 'not-applicable',
    message: /primary key arn:aws:kms:us-east-1/,
  },
  {
    when: 'the key is a primary that does not rotate',
    given: { details: { ...details, multiRegionType: 'PRIMARY' }, rotation: off },
    expect: 'fail',
  },
  {
    when: 'the key is about to be deleted',
    given: { details: { ...details, state: 'PendingDeletion' }, rotation: undefined },
    expect: 'not-applicable',
  },
  { when: 'the answer is empty', given: { rotation: { ...off, enabled: undefined } }, expect: 'unknown' },
]);
