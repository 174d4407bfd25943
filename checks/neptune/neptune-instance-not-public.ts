import { defineCheck } from '../../src/engine/check.ts';
import { addressNetwork } from '../../src/judgements/network/network.ts';
import { publicAddress } from '../../src/judgements/network/reach/public-address.ts';
import { widenessOf, widenessSettings } from '../../src/judgements/network/wide.ts';
import { neptuneInstance } from '../../src/services/rds/neptune.ts';

export default defineCheck({
  id: 'neptune-instance-not-public',
  title: 'Neptune instances have no public endpoint',
  resource: neptuneInstance,
  derived: { network: addressNetwork },
  settings: widenessSettings,
  evaluate: (instance, { derived, settings }) => publicAddress(instance, derived.network, widenessOf(settings)),
  exposes: true,
  risk: 'Whatever a security group lets in reaches the graph from the internet: leaked keys of IAM are then enough to read it, and flaws of the engine are within reach.',
  fix: {
    text: 'Turn the public endpoint off. Clients outside the VPC lose their way: give them a VPN or a peering first. `--publicly-accessible` undoes it.',
    cli: 'aws neptune modify-db-instance --db-instance-identifier {id} --no-publicly-accessible --apply-immediately',
  },
  references: ['https://docs.aws.amazon.com/neptune/latest/userguide/neptune-public-endpoints.html'],
});
