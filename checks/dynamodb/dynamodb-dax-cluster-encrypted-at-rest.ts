import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { daxCluster } from '../../src/services/dax/cluster.ts';

export default state(daxCluster, 'dynamodb-dax-cluster-encrypted-at-rest', {
  title: 'DAX clusters encrypt what they store',
  at: 'atRest',
  is: {
    ENABLED: pass('{label} encrypts what it stores'),
    ENABLING: pass('{label} is about to encrypt what it stores'),
    DISABLED: fail('{label} does not encrypt what it stores; expected encryption at rest'),
    DISABLING: fail('{label} is about to store in the clear; expected encryption at rest'),
  },
  unsaid: unknown('AWS does not say whether {label} encrypts what it stores'),
  risk: 'What DAX writes to disk when it spreads changes to its nodes is the data of the tables, in the clear.',
  fix: {
    text: 'Encryption is decided when a cluster is made. Make a new one with `--sse-specification Enabled=true`, move its clients there, then delete this one: what it holds is a cache.',
  },
  references: [
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionAtRest.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/dynamodb-controls.html#dynamodb-3',
  ],
});
