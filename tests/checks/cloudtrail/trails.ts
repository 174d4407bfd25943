import { eventSelectorsOf } from '../../../src/services/cloudtrail/event-selectors.ts';

/** A trail as it should be; tests change what they are about. */
export const goodTrail = {
  id: 'main',
  arn: 'arn:aws:cloudtrail:eu-west-1:111122223333:trail/main',
  region: 'eu-west-1',
  multiRegion: true,
  organization: false,
  logFileValidation: true,
  kmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:key/1',
  bucket: 'trail-logs',
  logGroupArn: 'arn:aws:logs:eu-west-1:111122223333:log-group:trail:*' as string | undefined,
  status: {
    logging: true,
    startedAt: '2026-01-01T00:00:00.000Z' as string | undefined,
    latestDeliveryAt: '2026-05-31T23:50:00.000Z',
    latestDeliveryError: undefined as string | undefined,
    latestLogGroupDeliveryAt: '2026-05-31T23:55:00.000Z' as string | undefined,
    latestLogGroupDeliveryError: undefined as string | undefined,
  },
  selectors: eventSelectorsOf({}),
};

export const stopped = { ...goodTrail, status: { ...goodTrail.status, logging: false } };
/** On, but its last log files did not arrive. */
export const failing = { ...goodTrail, status: { ...goodTrail.status, latestDeliveryError: 'AccessDenied' } };
export const oneRegion = { ...goodTrail, multiRegion: false };
/** An organization trail as a member account sees it. */
export const foreign = {
  ...goodTrail,
  id: 'org',
  arn: 'arn:aws:cloudtrail:eu-west-1:999988887777:trail/org',
  organization: true,
};

export const theAccount = { id: '111122223333', name: 'The account' };

/** A trail that lives in a region outside the run. */
export const unreadShadow = {
  id: 'far',
  arn: 'arn:aws:cloudtrail:ap-south-2:111122223333:trail/far',
  homeRegion: 'ap-south-2',
  organization: false,
};
/** The shadow of a trail that was read at home. */
export const readShadow = { ...unreadShadow, id: 'main', arn: goodTrail.arn, homeRegion: 'eu-west-1' };
