import { customerKey } from '../../src/judgements/encryption/encryption.ts';
import { dbInstance } from '../../src/services/rds/instance.ts';

export default customerKey(dbInstance, 'rds-instance-performance-insights-encrypted-cmk', {
  title: 'Performance Insights of databases is encrypted with customer managed keys',
  by: {
    at: 'insightsEncryption',
    is: { kms: 'kms' },
    unsaid: undefined,
    key: 'insightsKeyId',
    what: 'what Performance Insights keeps',
  },
  unless: [{ at: 'performanceInsights', is: [false], because: '{label} does not use Performance Insights' }],
  risk: 'Performance Insights keeps the texts of statements, and values in them. With a key of AWS nobody can decide by its policy who reads them.',
  fix: {
    text: 'The key is chosen when Performance Insights is turned on. Turn it off, which deletes what it has kept, then on with a key of your own.',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.access-control.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.Enabling.html',
  ],
});
