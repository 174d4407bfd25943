import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { lightsailInstance } from '../../src/services/lightsail/instance.ts';

export default state(lightsailInstance, 'lightsail-instance-ipv6-disabled', {
  title: 'Instances of Lightsail have no IPv6 address',
  at: 'ipAddressType',
  is: {
    ipv4: pass('{label} has no IPv6 address'),
    dualstack: fail('{label} has an IPv6 address besides the IPv4 one'),
    ipv6: fail('{label} has an IPv6 address only'),
  },
  unsaid: unknown('AWS does not say which addresses {label} has'),
  risk: 'IPv6 is open by rules of its own, which those who close IPv4 do not look at.',
  fix: {
    text: 'Where nobody needs it, take IPv6 off; the IPv4 address stays. `--ip-address-type dualstack` undoes it, with another address.',
    cli: 'aws lightsail set-ip-address-type --resource-type Instance --resource-name {id} --ip-address-type ipv4',
  },
  references: [
    'https://docs.aws.amazon.com/lightsail/latest/userguide/understanding-public-ip-and-private-ip-addresses-in-amazon-lightsail.html',
  ],
});
