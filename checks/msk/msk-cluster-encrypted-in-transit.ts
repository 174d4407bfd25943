import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { mskCluster } from '../../src/services/msk/cluster.ts';
import { shell } from '../../src/text/shell.ts';

export default state(mskCluster, 'msk-cluster-encrypted-in-transit', {
  title: 'Clients and brokers of MSK clusters talk by TLS only',
  at: 'clients',
  is: {
    TLS: ({ name, betweenBrokers }) =>
      betweenBrokers === true
        ? pass(`${name} takes clients by TLS only, and its brokers talk encrypted to each other`)
        : betweenBrokers === false
          ? fail(
              `${name} takes clients by TLS only, but its brokers talk unencrypted to each other; expected InCluster`,
            )
          : unknown(`AWS does not say whether the brokers of ${name} talk encrypted to each other`),
    TLS_PLAINTEXT: fail('{label} takes clients without TLS too (TLS_PLAINTEXT); expected TLS'),
    PLAINTEXT: fail('{label} takes clients without TLS only (PLAINTEXT); expected TLS'),
  },
  unsaid: unknown('AWS does not say how clients of {label} talk to it'),
  unless: [
    // https://docs.aws.amazon.com/msk/latest/developerguide/serverless.html
    {
      at: 'type',
      is: ['SERVERLESS'],
      verdict: pass('{label} is serverless, which takes clients by TLS with IAM only'),
    },
  ],
  risk: 'Whoever listens in the network reads the messages, and passwords of clients with them.',
  fix: {
    text: 'Let clients use the TLS port (9094, 9096 or 9098) first, then take TLS only. Whether brokers encrypt what they send each other is chosen when a cluster is created: where they do not, the topics have to move to another one.',
    exact: ({ arn, version, betweenBrokers }) =>
      betweenBrokers === true
        ? {
            cli: shell`aws kafka update-security --cluster-arn ${arn} --current-version ${version ?? 'CURRENT_VERSION'} --encryption-info ${{ EncryptionInTransit: { ClientBroker: 'TLS' } }}`,
          }
        : {},
  },
  references: [
    'https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/msk-controls.html#msk-1',
  ],
});
