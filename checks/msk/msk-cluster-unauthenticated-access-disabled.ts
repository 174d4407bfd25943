import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { mskCluster } from '../../src/services/msk/cluster.ts';

export default state(mskCluster, 'msk-cluster-unauthenticated-access-disabled', {
  title: 'MSK clusters ask their clients who they are',
  at: 'unauthenticated',
  is: {
    false: ({ name, clients }) =>
      clients === undefined
        ? unknown(`AWS does not say whether ${name} takes clients without TLS, whom it would not ask who they are`)
        : pass(`${name} takes no clients without authentication`),
    true: fail('{label} takes clients without authentication; expected IAM, SASL/SCRAM or TLS only'),
  },
  unsaid: unknown('AWS does not say whether {label} takes clients without authentication'),
  unless: [
    // https://docs.aws.amazon.com/msk/latest/developerguide/serverless.html
    { at: 'type', is: ['SERVERLESS'], verdict: pass('{label} is serverless, which takes clients by IAM only') },
    // With mTLS, its listener without TLS asks nobody: https://docs.aws.amazon.com/msk/latest/developerguide/msk-update-security.html
    {
      at: 'clients',
      is: ['PLAINTEXT', 'TLS_PLAINTEXT'],
      verdict: fail(
        '{label} takes clients without TLS ({clients}), and those without authentication; expected TLS and IAM, SASL/SCRAM or TLS only',
      ),
    },
  ],
  risk: 'Whoever reaches a broker reads, writes and deletes topics.',
  fix: {
    text: 'Turn an authentication on first (IAM, SASL/SCRAM or TLS: `aws kafka update-security --client-authentication`), let all clients use it, then turn unauthenticated access off in the same way. The port without TLS asks nobody, whatever is turned on: take TLS only (`--encryption-info`).',
  },
  references: [
    'https://docs.aws.amazon.com/msk/latest/developerguide/kafka_apis_iam.html',
    'https://docs.aws.amazon.com/msk/latest/developerguide/msk-update-security.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/msk-controls.html#msk-6',
  ],
});
