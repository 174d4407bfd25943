import { fail, notApplicable, pass } from '../../src/engine/check.ts';
import { each } from '../../src/engine/forms/index.ts';
import { emrCluster } from '../../src/services/emr/cluster.ts';

export default each(emrCluster, 'emr-cluster-primary-node-no-public-ip', {
  title: 'Primary nodes of EMR clusters have no public addresses',
  list: 'primaries',
  test: ({ publicAddress, privateAddress }) => {
    if (publicAddress !== undefined) return 'bad';
    // a node that is being made has no address at all yet
    return privateAddress === undefined ? 'unsaid' : 'good';
  },
  such: {
    good: { id: 'i-0a', publicAddress: undefined, privateAddress: '10.0.0.4' },
    bad: { id: 'i-0b', publicAddress: '198.51.100.7', privateAddress: '10.0.0.5' },
  },
  called: ({ id, publicAddress, privateAddress }) => `${id ?? 'a node'} (${publicAddress ?? privateAddress ?? ''})`,
  pass: pass('{label} has no primary node with a public address'),
  fail: fail('{label} has primary nodes with public addresses: {bad:some}'),
  none: notApplicable('{label} has no primary node yet'),
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
