import { CreateSecurityGroupCommand, EC2Client } from '@aws-sdk/client-ec2';
import {
  AttachUserPolicyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  IAMClient,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam';
import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { CreateBucketCommand, PutBucketPolicyCommand, S3Client } from '@aws-sdk/client-s3';

const trust = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
});
const policy = (resource: string): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:Get*', Resource: resource }] });

/** Fills an emulated account with what a scan spends its requests on: buckets, keys, users, roles, security groups. */
export async function seedAccount(endpoint: string, regions: readonly string[]): Promise<void> {
  const config = { endpoint, region: 'us-east-1', credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' } };
  const s3 = new S3Client({ ...config, forcePathStyle: true });
  const iam = new IAMClient(config);
  for (let i = 0; i < 60; i++) {
    const Bucket = `bench-bucket-${i}`;
    await s3.send(new CreateBucketCommand({ Bucket }));
    const open = JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: i % 5 === 0 ? '*' : { AWS: '123456789012' },
          Action: 's3:GetObject',
          Resource: `arn:aws:s3:::${Bucket}/*`,
        },
      ],
    });
    await s3.send(new PutBucketPolicyCommand({ Bucket, Policy: open }));
  }
  for (let i = 0; i < 30; i++) {
    await iam.send(new CreateUserCommand({ UserName: `bench-user-${i}` }));
    await iam.send(
      new PutUserPolicyCommand({
        UserName: `bench-user-${i}`,
        PolicyName: 'own',
        PolicyDocument: policy(`arn:aws:s3:::bench-bucket-${i}/*`),
      }),
    );
    await iam.send(new CreateRoleCommand({ RoleName: `bench-role-${i}`, AssumeRolePolicyDocument: trust }));
  }
  await iam
    .send(
      new AttachUserPolicyCommand({
        UserName: 'bench-user-0',
        PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
    )
    .catch(() => undefined);
  for (const region of regions) {
    const kms = new KMSClient({ ...config, region });
    const ec2 = new EC2Client({ ...config, region });
    for (let i = 0; i < 20; i++) {
      await kms.send(new CreateKeyCommand({}));
      await ec2.send(new CreateSecurityGroupCommand({ GroupName: `bench-${i}`, Description: 'bench' }));
    }
    kms.destroy();
    ec2.destroy();
  }
  s3.destroy();
  iam.destroy();
}
