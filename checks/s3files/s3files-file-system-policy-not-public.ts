import { notPublic } from '../../src/judgements/exposure/resource-policy.ts';
import { s3FileSystem, s3FilesPolicy } from '../../src/services/s3files/file-system.ts';

export default notPublic(s3FileSystem, 's3files-file-system-policy-not-public', {
  title: 'Policies of S3 file systems do not let strangers in',
  policy: s3FilesPolicy,
  risk: 'Whoever reaches a mount target reads the files, and with them the objects of the bucket behind; with ClientWrite he changes both.',
  fix: {
    text: 'Replace the principal "*" by the roles that mount the file system, or limit it by aws:PrincipalAccount, aws:PrincipalOrgID or s3files:AccessPointArn. Clients that no statement names need permissions of their own.',
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-files-file-system-policies-creating.html'],
});
