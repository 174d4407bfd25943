import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { eksCluster } from '../../src/services/eks/cluster.ts';

export default state(eksCluster, 'eks-cluster-private-endpoint-enabled', {
  title: 'EKS clusters are reached from their VPC without leaving it',
  unless: [{ at: 'details.local', is: [true], because: '{label} runs on an Outpost, where its endpoint is private' }],
  at: 'details.privateEndpoint',
  is: {
    true: pass('{label} has an endpoint in its VPC'),
    false: fail('{label} has no endpoint in its VPC: nodes reach it over the public one'),
  },
  unsaid: unknown('EKS did not say whether {label} has an endpoint in its VPC'),
  risk: 'Nodes speak to the cluster by an address of the internet, and what lets them do so lets others try.',
  fix: {
    text: 'Turn the private endpoint on; leave the public one, or limit it. `endpointPrivateAccess=false` undoes it.',
    cli: 'aws eks update-cluster-config --name {id} --resources-vpc-config endpointPrivateAccess=true',
  },
  references: ['https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html'],
});
