import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { eksCluster } from '../../src/services/eks/cluster.ts';

export default state(eksCluster, 'eks-cluster-secrets-encrypted', {
  title: 'Secrets of EKS clusters are encrypted with a key of the customer',
  at: 'details.secrets.by',
  is: {
    KMS: pass('{label} encrypts secrets with the key {details.secrets.key|of the customer}'),
    AWS: fail('{label} encrypts secrets with no key of the customer; expected one'),
  },
  unsaid: unknown('AWS does not say with which key {label} encrypts secrets'),
  risk: 'Whoever gets at the store of the cluster, or at a copy of it, reads the secrets of Kubernetes: passwords, tokens and keys of every application; no key policy stands before them, and no use of a key is on record.',
  fix: {
    text: 'Name a symmetric KMS key of the region: the cluster then encrypts each secret with a key that KMS encrypts. It cannot be taken back, and the cluster is lost with the key. Write the secrets anew afterwards, so that old ones are encrypted by it too.',
    cli: 'aws eks associate-encryption-config --cluster-name {name} --encryption-config \'[{"resources":["secrets"],"provider":{"keyArn":"KEY_ARN"}}]\'',
  },
  references: [
    'https://docs.aws.amazon.com/eks/latest/userguide/enable-kms.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/eks-controls.html#eks-3',
  ],
});
