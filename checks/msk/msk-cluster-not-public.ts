import { defineCheck, pass, unknown } from '../../src/engine/check.ts';
import { addressNetwork } from '../../src/judgements/network/network.ts';
import { publicAddress } from '../../src/judgements/network/reach/public-address.ts';
import { widenessOf, widenessSettings } from '../../src/judgements/network/wide.ts';
import { mskCluster } from '../../src/services/msk/cluster.ts';
import { shell } from '../../src/text/shell.ts';

export default defineCheck({
  id: 'msk-cluster-not-public',
  title: 'Brokers of MSK clusters have no public addresses',
  resource: mskCluster,
  derived: { network: addressNetwork },
  settings: widenessSettings,
  evaluate(cluster, { derived, settings }) {
    const { name, type, publicAccess } = cluster;
    // All that it has of a network is interfaces in VPCs: https://docs.aws.amazon.com/msk/latest/developerguide/serverless.html
    if (type === 'SERVERLESS')
      return pass(`${name} is serverless, which has no public access: clients reach it inside its VPCs`);
    switch (publicAccess) {
      case undefined:
        return unknown(`AWS does not say whether ${name} has public access turned on`);
      case 'DISABLED':
        return pass(`${name} has public access turned off`);
      case 'SERVICE_PROVIDED_EIPS':
        // Its brokers listen at ports of their own for public clients: any that is let in counts.
        return publicAddress(
          { ...cluster, vpcId: undefined, port: undefined, publiclyAccessible: true },
          derived.network,
          widenessOf(settings),
        );
      default:
        return unknown(`Public access of ${name} is ${publicAccess}, which this version does not know`);
    }
  },
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
