import { answers, here } from '../../answers.ts';
import { account, arnOf, iamArn, policy } from '../../facts.ts';

const block = (on: boolean): object => ({
  BlockPublicAcls: on,
  IgnorePublicAcls: on,
  BlockPublicPolicy: on,
  RestrictPublicBuckets: on,
});
const arn = (name: string): string => arnOf('s3', `accesspoint/${name}`);
const nameIn = (path: string): string => (path.includes('shared') ? 'shared' : 'own');

/** A private access point, and one of a bucket whose policy lets everybody in through it. */
export default answers(
  's3-control',
  {
    ListAccessPoints: here({
      AccessPointList: Object.entries({ shared: 'acme-open', own: 'acme-private' }).map(([Name, Bucket]) => ({
        Name,
        Bucket,
        BucketAccountId: account,
        NetworkOrigin: 'Internet',
        AccessPointArn: arn(Name),
        Alias: `${Name}-alias-s3alias`,
      })),
    }),
    GetAccessPoint: ({ path }) => ({
      Name: nameIn(path),
      NetworkOrigin: 'Internet',
      PublicAccessBlockConfiguration: block(nameIn(path) === 'own'),
    }),
    GetAccessPointPolicy: ({ path }) => ({
      Policy: policy({
        Effect: 'Allow',
        Principal: nameIn(path) === 'shared' ? '*' : { AWS: iamArn('role/app') },
        Action: 's3:GetObject',
        Resource: `${arn(nameIn(path))}/object/*`,
      }),
    }),
  },
  { 'AWS::S3::AccessPoint': 'own' },
);
