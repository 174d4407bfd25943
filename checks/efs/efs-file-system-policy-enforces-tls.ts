import { tlsOnly } from '../../src/judgements/exposure/transport.ts';
import { fileSystem, fileSystemPolicy } from '../../src/services/efs/file-system.ts';

export default tlsOnly(fileSystem, 'efs-file-system-policy-enforces-tls', {
  title: 'File systems refuse mounts without TLS',
  policy: fileSystemPolicy,
  // What does not mount reads and writes nothing.
  messages: ['elasticfilesystem:ClientMount'],
  called: 'mounts',
  risk: 'NFS without TLS sends names and contents of files in plain text through the network.',
  fix: {
    text: 'Deny mounts to everybody when aws:SecureTransport is false. The command keeps the statements that the policy had when it was read, and adds this one; a policy that only denies takes away what having none allowed, so allow the clients too. Clients have to mount with the option tls: change them first.',
  },
  references: [
    'https://docs.aws.amazon.com/efs/latest/ug/encryption-in-transit.html',
    'https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html',
  ],
});
