import { defineCheck } from '../../src/engine/check.ts';
import { addressNetwork } from '../../src/judgements/network/network.ts';
import { publicAddress } from '../../src/judgements/network/reach/public-address.ts';
import { widenessOf, widenessSettings } from '../../src/judgements/network/wide.ts';
import { replicationInstance } from '../../src/services/dms/replication-instance.ts';

export default defineCheck({
  id: 'dms-replication-instance-not-public',
  title: 'Replication instances have no public address',
  resource: replicationInstance,
  derived: { network: addressNetwork },
  settings: widenessSettings,
  // Which ports one listens at is not documented: any that is let in counts.
  evaluate: (replication, { derived, settings }) =>
    publicAddress({ ...replication, port: undefined }, derived.network, widenessOf(settings)),
  exposes: true,
  risk: 'The instance holds credentials of source and target and sees all data that is moved; a public address puts it on the internet.',
  fix: {
    text: 'An instance keeps its address: make another one without a public address in private subnets, move its tasks there (stop, move, resume), then delete this one.',
  },
  references: [
    'https://docs.aws.amazon.com/dms/latest/userguide/CHAP_ReplicationInstance.PublicPrivate.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/dms-controls.html#dms-1',
  ],
});
