import { describe, expect, it } from 'vitest';
import { bucketAt } from '../../../src/services/cloudfront/bucket-host.ts';

describe('the bucket that a host is of', () => {
  it.each([
    ['files.s3.amazonaws.com', 'files', undefined],
    ['files.s3.eu-west-1.amazonaws.com', 'files', 'eu-west-1'],
    ['Files.S3.EU-West-1.AmazonAWS.com.', 'files', 'eu-west-1'],
    ['my.files.of.s3.s3.us-east-1.amazonaws.com', 'my.files.of.s3', 'us-east-1'],
    ['files.s3-us-west-2.amazonaws.com', 'files', 'us-west-2'],
    ['files.s3-external-1.amazonaws.com', 'files', undefined],
    ['files.s3.dualstack.us-gov-west-1.amazonaws.com', 'files', 'us-gov-west-1'],
    ['files.s3-fips.dualstack.us-east-1.amazonaws.com', 'files', 'us-east-1'],
    ['files.s3-accelerate.amazonaws.com', 'files', undefined],
    ['files.s3-accelerate.dualstack.amazonaws.com', 'files', undefined],
    ['files.s3-website-us-east-1.amazonaws.com', 'files', 'us-east-1'],
    ['www.example.com.s3-website.eu-central-1.amazonaws.com', 'www.example.com', 'eu-central-1'],
    ['files.s3.cn-north-1.amazonaws.com.cn', 'files', 'cn-north-1'],
    ['files.s3.eusc-de-east-1.amazonaws.eu', 'files', 'eusc-de-east-1'],
  ])('%s', (domain, name, region) => {
    expect(bucketAt(domain)).toMatchObject({ name, region });
  });

  it.each([
    ['files.s3.amazonaws.com', 'aws'],
    ['files.s3.eu-west-1.amazonaws.com', 'aws'],
    ['files.s3.us-gov-west-1.amazonaws.com', 'aws-us-gov'],
    ['files.s3-website-us-gov-west-1.amazonaws.com', 'aws-us-gov'],
    ['files.s3.cn-north-1.amazonaws.com.cn', 'aws-cn'],
    ['files.s3.amazonaws.com.cn', 'aws-cn'],
    ['files.s3.eusc-de-east-1.amazonaws.eu', 'aws-eusc'],
    ['files.s3.amazonaws.eu', 'aws-eusc'],
  ])('%s is in the partition %s', (domain, partition) => {
    expect(bucketAt(domain)).toMatchObject({ partition });
  });

  it.each([
    'shop.example.com',
    's3.example.com',
    'web-1.us-east-1.elb.amazonaws.com',
    's3.amazonaws.com.example.com',
    'files-abc123-s3alias.s3.us-east-1.amazonaws.com',
    'files-abc123--ol-s3.s3.us-east-1.amazonaws.com',
    'files--use1-az4--x-s3.s3express-use1-az4.us-east-1.amazonaws.com',
    'files-111122223333.s3-accesspoint.us-east-1.amazonaws.com',
    'mfzwi23gnjvgw.mrap.accesspoint.s3-global.amazonaws.com',
    '',
  ])('%s is no bucket', (domain) => {
    expect(bucketAt(domain)).toBe('none');
  });

  it('is not known of a form that no documentation has', () => {
    expect(bucketAt('files.s3-tomorrow.us-east-1.amazonaws.com')).toBeUndefined();
  });
});
