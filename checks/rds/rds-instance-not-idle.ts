import { fewDays } from '../../src/judgements/metrics/few-days.ts';
import { dbInstance } from '../../src/services/rds/instance.ts';

/** The criteria are Trusted Advisor's. */
export default fewDays(dbInstance, 'rds-instance-not-idle', {
  title: 'Databases are connected to',
  settings: {
    days: { type: 'integer', default: 7, min: 1, max: 90, describe: 'days to look back' },
    idleDays: { type: 'integer', default: 7, min: 1, describe: 'days without a connection that are too many' },
  },
  risk: 'A database that nobody connects to costs as much as one that works, and is one more to patch.',
  fix: {
    text: 'Find out what the database is for. Where nobody needs it take a last snapshot and delete it; stopping saves the instance for seven days only, then AWS starts it again.',
  },
  references: [
    'https://docs.aws.amazon.com/awssupport/latest/user/cost-optimization-checks.html#amazon-rds-idle-dbs-instances',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-metrics.html',
  ],
  metrics: ['connections'],
  day: ({ connections }) => (connections === undefined ? undefined : connections === 0),
  such: () => ({ counts: { connections: 0 }, not: { connections: 1 } }),
  fewerThan: 'idleDays',
  what: () => 'had no connection',
  since: 'createdAt',
  only: { at: 'status', is: 'available', because: 'does not run' },
});
