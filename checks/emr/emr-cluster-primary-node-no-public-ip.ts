import { defineCheck, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { addressNetwork } from '../../src/judgements/network/network.ts';
import { addressed } from '../../src/judgements/network/reach/public-address.ts';
import { widenessOf, widenessSettings } from '../../src/judgements/network/wide.ts';
import { emrCluster } from '../../src/services/emr/cluster.ts';
import { few } from '../../src/text/few.ts';

export default defineCheck({
  id: 'emr-cluster-primary-node-no-public-ip',
  title: 'Primary nodes of EMR clusters have no public addresses',
  resource: emrCluster,
  needs: ['primaries'],
  derived: { network: addressNetwork },
  settings: widenessSettings,
  evaluate(cluster, { derived, settings }) {
    const { id, primaries } = cluster;
    const name = cluster.name === id ? id : `${cluster.name} (${id})`;
    if (primaries.length === 0) return notApplicable(`${name} has no primary node yet`);
    const open = primaries.filter(({ publicAddress }) => publicAddress !== undefined);
    const [first] = open;
    if (first === undefined) {
      // A node that is being made has no address at all yet.
      const made = primaries.filter(({ privateAddress }) => privateAddress === undefined);
      return made.length === 0
        ? pass(`${name} has no primary node with a public address`)
        : unknown(`EMR does not say which addresses ${few(made.map((node) => node.id ?? 'a node'))} of ${name} has`);
    }
    const nodes = few(open.map((node) => `${node.id ?? 'a node'} (${node.publicAddress ?? ''})`));
    // All of them are in one subnet and in the same groups; what runs there has ports of its own: any that is let in counts.
    const placed = {
      vpcId: undefined,
      subnetIds: first.subnetId === undefined ? undefined : [first.subnetId],
      groupIds: first.groupIds,
      port: undefined,
    };
    const says = `${name} has primary nodes with public addresses: ${nodes}; expected private ones`;
    return addressed({ ...cluster, ...placed }, derived.network, widenessOf(settings), says);
  },
  exposes: true,
  risk: 'The node that runs whatever is submitted to the cluster, with its role, can be reached from the internet as soon as a security group lets it.',
  fix: {
    text: 'A cluster cannot be moved: start a new one in a private subnet, with endpoints for S3 and what else it needs, submit the work there and end this one.',
  },
  references: [
    'https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-plan-vpc-subnet.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/emr-controls.html',
  ],
});
