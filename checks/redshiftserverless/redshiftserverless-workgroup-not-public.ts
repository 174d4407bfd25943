import { defineCheck } from '../../src/engine/check.ts';
import { addressNetwork } from '../../src/judgements/network/network.ts';
import { publicAddress } from '../../src/judgements/network/reach/public-address.ts';
import { widenessOf, widenessSettings } from '../../src/judgements/network/wide.ts';
import { workgroup } from '../../src/services/redshiftserverless/workgroup.ts';

export default defineCheck({
  id: 'redshiftserverless-workgroup-not-public',
  title: 'Workgroups of Redshift Serverless have no public address',
  resource: workgroup,
  derived: { network: addressNetwork },
  settings: widenessSettings,
  // It does not name its VPC, which is that of its subnets.
  evaluate: (group, { derived, settings }) =>
    publicAddress({ ...group, vpcId: undefined }, derived.network, widenessOf(settings)),
  exposes: true,
  risk: 'Whatever a security group lets in reaches the warehouse from the internet: passwords are guessed, and all data is in one place.',
  fix: {
    text: 'Take the public address off. Clients outside the VPC lose their way: give them a VPN, a peering or an endpoint first. `--publicly-accessible` undoes it.',
    cli: 'aws redshift-serverless update-workgroup --workgroup-name {id} --no-publicly-accessible',
  },
  references: [
    'https://docs.aws.amazon.com/redshift/latest/mgmt/serverless-connecting.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/redshiftserverless-controls.html#redshiftserverless-3',
  ],
});
