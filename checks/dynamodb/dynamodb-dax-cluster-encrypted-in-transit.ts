import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { daxCluster } from '../../src/services/dax/cluster.ts';

export default state(daxCluster, 'dynamodb-dax-cluster-encrypted-in-transit', {
  title: 'DAX clusters talk TLS to their clients',
  at: 'endpoint',
  is: {
    TLS: pass('{label} talks TLS to its clients'),
    NONE: fail('{label} talks to its clients in the clear; expected TLS'),
  },
  unsaid: unknown('AWS does not say whether {label} talks TLS to its clients'),
  risk: 'Who sits on the way between clients and cluster reads items and changes them.',
  fix: {
    text: 'TLS is decided when a cluster is made. Make a new one with `--cluster-endpoint-encryption-type TLS`, move its clients there (their endpoint begins with daxs://), then delete this one: what it holds is a cache.',
  },
  references: [
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionInTransit.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/dynamodb-controls.html#dynamodb-7',
  ],
});
