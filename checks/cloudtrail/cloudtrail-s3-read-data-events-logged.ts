import { objectEvents } from '../../src/judgements/logs/object-events.ts';

export default objectEvents('cloudtrail-s3-read-data-events-logged', {
  access: 'read',
  title: 'A multi-region trail logs read events of the objects in all buckets',
  risk: 'Without read data events nobody can tell which objects were downloaded, so after a leak every object must be presumed lost.',
  fix: {
    text: 'Add S3 data events of all current and future buckets to a multi-region trail. They are charged by number.',
  },
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-cloudtrail-logging-for-s3.html',
  ],
});
