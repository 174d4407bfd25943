import check from '../../../checks/secretsmanager/secretsmanager-secret-rotation-succeeding.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const arn = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop-db-a1b2c3';
const secret = {
  id: arn,
  arn,
  name: 'shop-db',
  region: 'eu-west-1',
  owningService: undefined,
  primaryRegion: undefined,
  encryption: 'KMS' as const,
  keyId: undefined,
  rotationEnabled: true,
  lastRotatedAt: '2026-05-20T00:00:00.000Z',
  lastChangedAt: '2026-05-20T00:00:00.000Z',
  lastAccessedAt: '2026-05-31T00:00:00.000Z',
  nextRotationAt: '2026-06-19T23:59:59.000Z',
  unrotatedSince: '2026-05-20T00:00:00.000Z',
  unreadSince: '2026-05-31T00:00:00.000Z',
  pending: false,
};

checkSuite(check, secret, [
  { when: 'the next rotation lies ahead', expect: 'pass', message: /last on 2026-05-20/ },
  {
    when: 'it was due a day ago',
    given: { nextRotationAt: '2026-05-31T00:00:00.000Z' },
    expect: 'fail',
    message: /by 2026-05-31/,
  },
  { when: 'it is due today', given: { nextRotationAt: '2026-05-31T00:00:01.000Z' }, expect: 'pass' },
  {
    when: 'it was never rotated',
    given: { lastRotatedAt: undefined, nextRotationAt: '2026-05-01T00:00:00.000Z' },
    expect: 'fail',
    message: /never/,
  },
  { when: 'a rotation has been under way for days', given: { pending: true }, expect: 'fail', message: /12 days ago/ },
  {
    when: 'a rotation began just now',
    given: { pending: true, lastChangedAt: '2026-05-31T23:59:00.000Z' },
    expect: 'pass',
  },
  { when: 'AWS does not say since when', given: { pending: true, lastChangedAt: undefined }, expect: 'unknown' },
  { when: 'AWS does not say what is pending', given: { pending: undefined }, expect: 'unknown' },
  { when: 'AWS does not say when the next one is', given: { nextRotationAt: undefined }, expect: 'unknown' },
  { when: 'rotation is off', given: { rotationEnabled: false }, expect: 'not-applicable' },
  { when: 'rotation was never set up', given: { rotationEnabled: undefined }, expect: 'not-applicable' },
  { when: 'a service owns it', given: { owningService: 'rds' }, expect: 'not-applicable' },
  { when: 'it is a replica', given: { primaryRegion: 'us-east-1' }, expect: 'not-applicable' },
  { when: 'it has replicas', given: { primaryRegion: 'eu-west-1' }, expect: 'pass' },
]);
