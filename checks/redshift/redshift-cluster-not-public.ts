import { defineCheck } from '../../src/engine/check.ts';
import { addressNetwork } from '../../src/judgements/network/network.ts';
import { publicAddress } from '../../src/judgements/network/reach/public-address.ts';
import { widenessOf, widenessSettings } from '../../src/judgements/network/wide.ts';
import { redshiftCluster } from '../../src/services/redshift/cluster.ts';

export default defineCheck({
  id: 'redshift-cluster-not-public',
  title: 'Redshift clusters have no public address',
  resource: redshiftCluster,
  needs: ['subnetIds'],
  derived: { network: addressNetwork },
  settings: widenessSettings,
  evaluate: (cluster, { derived, settings }) => publicAddress(cluster, derived.network, widenessOf(settings)),
  exposes: true,
  risk: 'Whatever a security group lets in reaches the warehouse from the internet: passwords are guessed, and all data is in one place.',
  fix: {
    text: 'Take the public address off. Clients outside the VPC lose their way: give them a VPN, a peering or an endpoint first. `--publicly-accessible` undoes it.',
    cli: 'aws redshift modify-cluster --cluster-identifier {id} --no-publicly-accessible',
  },
  references: [
    'https://docs.aws.amazon.com/redshift/latest/mgmt/managing-clusters-vpc.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html#redshift-1',
  ],
});
