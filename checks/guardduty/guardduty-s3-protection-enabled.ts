import { runsPlan } from '../../src/judgements/protection/protection-plan.ts';

export default runsPlan('guardduty-s3-protection-enabled', {
  title: 'GuardDuty S3 Protection watches the data events of S3 buckets',
  label: 'S3 Protection',
  features: ['S3_DATA_EVENTS'],
  dataSource: 's3Logs',
  risk: 'Reads, writes and deletes of objects stay unwatched, so theft or destruction of data in S3 with stolen credentials raises no finding.',
  fix: {
    text: 'Turn on S3 Protection for the detector; it needs no CloudTrail data events of your own.',
  },
  references: ['https://docs.aws.amazon.com/guardduty/latest/ug/s3-protection.html'],
});
