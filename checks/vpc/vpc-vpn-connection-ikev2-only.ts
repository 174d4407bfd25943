import { defineCheck } from '../../src/engine/check.ts';
import { judgeTunnels } from '../../src/judgements/network/tunnels.ts';
import { vpnConnection } from '../../src/services/ec2/vpn-connection.ts';

export default defineCheck({
  id: 'vpc-vpn-connection-ikev2-only',
  title: 'VPN tunnels negotiate with IKEv2 only',
  resource: vpnConnection,
  risk: 'IKEv1 gives more away about the peers, is open to offline guessing of the shared key in aggressive mode, and is no longer maintained as a standard.',
  fix: {
    text: 'Set the IKE versions of both tunnels to ikev2, one tunnel after the other, with the customer gateway configured for it.',
    terraform:
      'resource "aws_vpn_connection" "this" {\n  customer_gateway_id  = aws_customer_gateway.this.id\n  vpn_gateway_id       = aws_vpn_gateway.this.id\n  type                 = "ipsec.1"\n  tunnel1_ike_versions = ["ikev2"]\n  tunnel2_ike_versions = ["ikev2"]\n}',
  },
  references: ['https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html'],
  evaluate: (subject) =>
    judgeTunnels(subject, ['ikeVersions'], { good: 'negotiates with IKEv2 only', expected: 'ikev2 only' }),
});
