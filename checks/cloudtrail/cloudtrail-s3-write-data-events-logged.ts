import { objectEvents } from '../../src/judgements/logs/object-events.ts';

export default objectEvents('cloudtrail-s3-write-data-events-logged', {
  access: 'write',
  title: 'A multi-region trail logs write events of the objects in all buckets',
  risk: 'Without write data events nobody can tell who overwrote or deleted which object, as ransomware does.',
  fix: {
    text: 'Add S3 data events of all current and future buckets to a multi-region trail. They are charged by number.',
  },
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-cloudtrail-logging-for-s3.html',
  ],
});
