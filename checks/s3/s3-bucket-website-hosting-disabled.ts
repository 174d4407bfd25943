import { fail, pass } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { bucket } from '../../src/services/s3/bucket.ts';

export default state(bucket, 's3-bucket-website-hosting-disabled', {
  title: 'Buckets are no websites',
  at: 'website.redirectsTo',
  otherwise: fail(
    '{name} is served as a website over plain HTTP, which sends all requests on to {website.redirectsTo}',
  ),
  absent: pass('{name} is not served as a website'),
  unsaid: fail('{name} is served as a website over plain HTTP[, beginning with {website.index}]'),
  risk: 'The website endpoint of a bucket knows no HTTPS, and needs objects that everybody may read: what else lies in the bucket is easily public with them.',
  fix: {
    text: 'Serve the objects through CloudFront with origin access control, move the domain there, then end the hosting: pages under the website endpoint are gone at once. Public access of the bucket can be blocked afterwards.',
    cli: 'aws s3api delete-bucket-website --bucket {name}',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteHosting.html',
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
  ],
});
