import { defineCheck } from '../../src/engine/check.ts';
import { addressNetwork } from '../../src/judgements/network/network.ts';
import { publicAddress } from '../../src/judgements/network/reach/public-address.ts';
import { widenessOf, widenessSettings } from '../../src/judgements/network/wide.ts';
import { dbInstance } from '../../src/services/rds/instance.ts';

export default defineCheck({
  id: 'rds-instance-not-public',
  title: 'Databases have no public address',
  resource: dbInstance,
  derived: { network: addressNetwork },
  settings: widenessSettings,
  evaluate: (database, { derived, settings }) => publicAddress(database, derived.network, widenessOf(settings)),
  exposes: true,
  risk: 'Whatever a security group lets in reaches the database from the internet: passwords are guessed, and flaws of the engine used.',
  fix: {
    text: 'Take the public address off. Clients outside the VPC lose their way: give them a VPN, a peering or a proxy first. `--publicly-accessible` undoes it.',
    cli: 'aws rds modify-db-instance --db-instance-identifier {id} --no-publicly-accessible --apply-immediately',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-2',
  ],
});
