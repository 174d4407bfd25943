import { CloudFrontClient } from '@aws-sdk/client-cloudfront';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { EC2Client } from '@aws-sdk/client-ec2';
import { GuardDutyClient } from '@aws-sdk/client-guardduty';
import { IAMClient } from '@aws-sdk/client-iam';
import { KMSClient } from '@aws-sdk/client-kms';
import { Route53Client } from '@aws-sdk/client-route-53';
import { S3Client } from '@aws-sdk/client-s3';
import { S3ControlClient } from '@aws-sdk/client-s3-control';
import { SFNClient } from '@aws-sdk/client-sfn';
import { STSClient } from '@aws-sdk/client-sts';
import { AwsSmithyRpcV2CborProtocol } from '@aws-sdk/core/protocols';
import { fakeCredentials } from '../program/cli.ts';

/** SDK clients of every protocol, one try each, pointed at a front: for the tests of the stand-in itself. */
export function clientsFor(endpoint: string, region = 'eu-west-1') {
  const config = { endpoint, region, maxAttempts: 1, credentials: fakeCredentials };
  return {
    cloudfront: new CloudFrontClient(config),
    cloudwatch: new CloudWatchClient(config),
    cloudwatchCbor: new CloudWatchClient({ ...config, protocol: AwsSmithyRpcV2CborProtocol }),
    ec2: new EC2Client(config),
    guardduty: new GuardDutyClient(config),
    iam: new IAMClient(config),
    kms: new KMSClient(config),
    route53: new Route53Client(config),
    s3: new S3Client({ ...config, forcePathStyle: true }),
    // Its own rules put the account in front of the host, which an IP address cannot have.
    s3Control: new S3ControlClient({ ...config, endpointProvider: () => ({ url: new URL(endpoint) }) }),
    sfn: new SFNClient(config),
    sts: new STSClient(config),
  };
}
