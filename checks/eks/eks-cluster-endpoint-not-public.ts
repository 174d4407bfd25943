import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { eksCluster } from '../../src/services/eks/cluster.ts';
import { addressesIn, isWideSet, widenessOf, widenessSettings } from '../../src/judgements/network/wide.ts';

export default state(eksCluster, 'eks-cluster-endpoint-not-public', {
  title: 'API servers of EKS clusters are not open to the internet',
  settings: widenessSettings,
  at: 'details.publicEndpoint',
  is: {
    false: pass('{label} has no public endpoint'),
    true: ({ name, details: { publicCidrs } }, { settings }) => {
      if (publicCidrs === undefined || publicCidrs.length === 0)
        return unknown(`AWS does not say who reaches the public endpoint of ${name}`);
      const seen = { publicEndpoint: true, publicCidrs };
      const wide = widenessOf(settings);
      const open = (['ipv4', 'ipv6'] as const).some((one) => isWideSet(addressesIn(publicCidrs, one), one, wide));
      return open
        ? fail(
            `${name} has a public endpoint that ${publicCidrs.join(', ')} reaches; expected none, or ranges of your own`,
            seen,
            undefined,
            { reach: { from: 'internet', how: `its API server is reached from ${publicCidrs.join(', ')}` } },
          )
        : pass(`${name} has a public endpoint that only ${publicCidrs.join(', ')} reaches`, seen);
    },
  },
  unsaid: unknown('AWS does not say whether {label} has a public endpoint'),
  exposes: true,
  risk: 'Whoever has stolen a token, or knows a flaw of the API server, uses it from anywhere.',
  fix: {
    text: 'Turn the private endpoint on and the public one off, or limit it to ranges of your own (`publicAccessCidrs`). Clients outside the VPC lose their way: give them a VPN or a bastion first. `endpointPublicAccess=true` undoes it.',
    cli: 'aws eks update-cluster-config --name {id} --resources-vpc-config endpointPublicAccess=false,endpointPrivateAccess=true',
  },
  references: [
    'https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/eks-controls.html#eks-1',
  ],
});
