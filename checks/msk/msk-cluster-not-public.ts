import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { mskCluster } from '../../src/services/msk/cluster.ts';
import { shell } from '../../src/text/shell.ts';

export default state(mskCluster, 'msk-cluster-not-public', {
  title: 'Brokers of MSK clusters have no public addresses',
  at: 'publicAccess',
  is: {
    DISABLED: pass('{label} has public access turned off'),
    SERVICE_PROVIDED_EIPS: fail(
      '{label} has public access turned on (SERVICE_PROVIDED_EIPS): each broker has a public address; expected it to be off',
    ),
  },
  otherwise: unknown('Public access of {label} is {publicAccess}, which this version does not know'),
  unsaid: unknown('AWS does not say whether {label} has public access turned on'),
  unless: [
    // All that it has of a network is interfaces in VPCs: https://docs.aws.amazon.com/msk/latest/developerguide/serverless.html
    {
      at: 'type',
      is: ['SERVERLESS'],
      verdict: pass('{label} is serverless, which has no public access: clients reach it inside its VPCs'),
    },
  ],
  exposes: true,
  risk: 'Brokers answer to the internet: what keeps strangers from the topics is a security group and a credential of a client, and each is guessed at or leaked.',
  fix: {
    text: 'Turn public access off. Clients outside the VPC lose their way: give them a VPN, a peering or multi-VPC private connectivity first. `"Type":"SERVICE_PROVIDED_EIPS"` undoes it, with other addresses.',
    exact: ({ arn, version }) => ({
      cli: shell`aws kafka update-connectivity --cluster-arn ${arn} --current-version ${version ?? 'CURRENT_VERSION'} --connectivity-info ${{ PublicAccess: { Type: 'DISABLED' } }}`,
    }),
  },
  references: [
    'https://docs.aws.amazon.com/msk/latest/developerguide/public-access.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/msk-controls.html#msk-4',
  ],
});
