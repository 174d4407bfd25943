import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { eksCluster } from '../../src/services/eks/cluster.ts';

export default state(eksCluster, 'eks-cluster-deletion-protection-enabled', {
  title: 'EKS clusters are protected from being deleted',
  at: 'details.deletionProtection',
  is: {
    true: pass('{label} is protected from being deleted'),
    false: fail('{label} is not protected from being deleted'),
  },
  unsaid: unknown('EKS did not say whether {label} is protected from being deleted'),
  risk: 'One call deletes the cluster, and what ran there is down until it is built again.',
  fix: {
    text: 'Turn the protection on. `--no-deletion-protection` undoes it.',
    cli: 'aws eks update-cluster-config --name {id} --deletion-protection',
  },
  references: ['https://docs.aws.amazon.com/eks/latest/userguide/deletion-protection.html'],
});
