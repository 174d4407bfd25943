import { customerKey } from '../../src/judgements/encryption/encryption.ts';
import { notShared } from '../../src/services/ec2/ownership.ts';
import { firewall, firewallEncryption } from '../../src/services/networkfirewall/firewall.ts';

export default customerKey(firewall, 'networkfirewall-firewall-encrypted-cmk', {
  title: 'Network firewalls are encrypted with customer managed keys',
  unless: [notShared],
  by: firewallEncryption,
  risk: 'Who may have AWS decrypt what the firewall keeps is decided by no policy of yours, and it cannot be withdrawn or followed.',
  fix: {
    text: 'Make a key in the region whose policy lets Network Firewall use it, then name it as the key of the firewall; give its policy and rule groups the same.',
    cli: 'aws network-firewall update-firewall-encryption-configuration --firewall-arn {arn} --encryption-configuration Type=CUSTOMER_KMS,KeyId=KEY_ARN',
  },
  references: ['https://docs.aws.amazon.com/network-firewall/latest/developerguide/kms-encryption-at-rest.html'],
});
