import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { mskCluster } from '../../src/services/msk/cluster.ts';

export default state(mskCluster, 'msk-cluster-unauthenticated-access-disabled', {
  title: 'MSK clusters ask their clients who they are',
  at: 'unauthenticated',
  is: {
    false: pass('{label} takes no clients without authentication'),
    true: fail('{label} takes clients without authentication; expected IAM, SASL/SCRAM or TLS only'),
  },
  unsaid: unknown('AWS does not say whether {label} takes clients without authentication'),
  unless: [
    // https://docs.aws.amazon.com/msk/latest/developerguide/serverless.html
    { at: 'type', is: ['SERVERLESS'], verdict: pass('{label} is serverless, which takes clients by IAM only') },
  ],
  risk: 'Whoever reaches a broker reads, writes and deletes topics.',
  fix: {
    text: 'Turn an authentication on first (IAM, SASL/SCRAM or TLS: `aws kafka update-security --client-authentication`), let all clients use it, then turn unauthenticated access off in the same way.',
  },
  references: [
    'https://docs.aws.amazon.com/msk/latest/developerguide/kafka_apis_iam.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/msk-controls.html#msk-6',
  ],
});
