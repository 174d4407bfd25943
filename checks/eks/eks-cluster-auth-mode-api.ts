import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { eksCluster } from '../../src/services/eks/cluster.ts';

export default state(eksCluster, 'eks-cluster-auth-mode-api', {
  title: 'EKS clusters take access from access entries only',
  at: 'details.authentication',
  is: {
    API: pass('{label} takes access from access entries only (API)'),
    API_AND_CONFIG_MAP: fail(
      '{label} takes access from the ConfigMap aws-auth as well (API_AND_CONFIG_MAP); expected API',
    ),
    CONFIG_MAP: fail('{label} takes access from the ConfigMap aws-auth (CONFIG_MAP); expected API'),
  },
  unsaid: unknown('EKS did not say where {label} takes access from'),
  risk: 'Whoever may change a ConfigMap in the cluster makes himself its administrator, which no API call of AWS tells.',
  fix: {
    text: 'Make an access entry for each line of aws-auth first: who has none loses access. The mode goes one way only: to API_AND_CONFIG_MAP, then to API.',
    cli: 'aws eks update-cluster-config --name {id} --access-config authenticationMode=API',
  },
  references: ['https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html'],
});
