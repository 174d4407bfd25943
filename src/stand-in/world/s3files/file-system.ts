import { answers, here } from '../../answers.ts';
import { account, arnOf, daysAgo, iamArn, policy } from '../../facts.ts';
import { fails } from '../../front.ts';

const system = (fileSystemId: string, name: string) => ({
  creationTime: daysAgo(40),
  fileSystemArn: arnOf('s3files', `file-system/${fileSystemId}`),
  fileSystemId,
  name,
  bucket: `arn:aws:s3:::${name}`,
  status: 'available',
  roleArn: iamArn('role/s3-files'),
  ownerId: account,
});

/** One that every account may mount, and one without a policy. */
export default answers(
  's3files',
  {
    ListFileSystems: here({
      fileSystems: [system('fs-0a1b2c3d4e5f60001', 'training-data'), system('fs-0a1b2c3d4e5f60002', 'notebooks')],
    }),
    GetFileSystemPolicy: ({ path }) =>
      path.includes('fs-0a1b2c3d4e5f60001')
        ? {
            fileSystemId: 'fs-0a1b2c3d4e5f60001',
            policy: policy({ Effect: 'Allow', Principal: { AWS: '*' }, Action: 's3files:ClientMount', Resource: '*' }),
          }
        : fails({ code: 'ResourceNotFoundException', status: 404 }),
  },
  { 'AWS::S3Files::FileSystem': 'fs-0a1b2c3d4e5f60002' },
);
