import { notPublic } from '../../src/judgements/exposure/resource-policy.ts';
import { fileSystem, fileSystemPolicy } from '../../src/services/efs/file-system.ts';

export default notPublic(fileSystem, 'efs-file-system-policy-not-public', {
  title: 'Policies of file systems do not let strangers in',
  policy: fileSystemPolicy,
  risk: 'Clients that show no credentials mount the file system and read, change or delete files: the network alone stands before them.',
  fix: {
    text: 'Give the file system a policy that names the roles that mount it, or allows everybody only through a mount target (`elasticfilesystem:AccessedViaMountTarget`), and let clients mount with the option iam. Clients that do not are refused then: change them first.',
  },
  references: [
    'https://docs.aws.amazon.com/efs/latest/ug/access-control-block-public-access.html',
    'https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html',
  ],
});
