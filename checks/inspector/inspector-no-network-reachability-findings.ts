import { noOpenFindings } from '../../src/judgements/protection/open-findings.ts';
import { inspectorRegion } from '../../src/services/inspector/region.ts';

export default noOpenFindings(inspectorRegion, 'inspector-no-network-reachability-findings', {
  title: 'Inspector finds nothing that is reachable from outside',
  at: 'networkFindings',
  what: 'of what is reachable from outside the VPC',
  more: ({ worst }) => {
    const said = worst.slice(0, 3).map((each) => {
      const { resource, ports } = each as { readonly resource?: string; readonly ports?: string };
      return `${resource ?? 'a resource'} at ${ports ?? 'a port'}`;
    });
    return said.length === 0 ? '' : `: ${said.join(', ')}`;
  },
  risk: 'What the network lets in from the internet, a peering, a VPN or a gateway is tried by whoever is there.',
  fix: {
    text: 'Close the port in the security group, the network ACL or the route that the finding names, or suppress the finding where the way is meant.',
  },
  references: ['https://docs.aws.amazon.com/inspector/latest/user/findings-types.html'],
});
