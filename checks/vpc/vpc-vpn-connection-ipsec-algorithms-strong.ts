import { defineCheck } from '../../src/engine/check.ts';
import { judgeTunnels } from '../../src/judgements/network/tunnels.ts';
import { algorithmSettings } from '../../src/judgements/network/vpn.ts';
import { vpnConnection } from '../../src/services/ec2/vpn-connection.ts';

export default defineCheck({
  id: 'vpc-vpn-connection-ipsec-algorithms-strong',
  title: 'VPN tunnels accept strong ciphers, hashes and key exchange groups only',
  resource: vpnConnection,
  risk: 'The peers agree on the best both accept: a tunnel that still accepts SHA-1 or 1024-bit Diffie-Hellman can be talked down to what a well-equipped listener breaks.',
  fix: {
    text: 'Restrict both tunnels, phase 1 and 2, to AES, SHA2-256 or stronger and Diffie-Hellman groups 14 to 21. What is not set accepts everything AWS supports, SHA-1 and group 2 included.',
    terraform:
      'resource "aws_vpn_connection" "this" {\n  customer_gateway_id                  = aws_customer_gateway.this.id\n  vpn_gateway_id                       = aws_vpn_gateway.this.id\n  type                                 = "ipsec.1"\n  tunnel1_phase1_dh_group_numbers      = [20]\n  tunnel1_phase2_dh_group_numbers      = [20]\n  tunnel1_phase1_integrity_algorithms  = ["SHA2-256"]\n  tunnel1_phase2_integrity_algorithms  = ["SHA2-256"]\n  tunnel1_phase1_encryption_algorithms = ["AES256-GCM-16"]\n  tunnel1_phase2_encryption_algorithms = ["AES256-GCM-16"]\n}',
  },
  references: ['https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html'],
  evaluate: (subject) =>
    judgeTunnels(subject, algorithmSettings, {
      good: 'accepts strong algorithms only',
      expected: 'AES, SHA2 and groups 14 to 21',
    }),
});
