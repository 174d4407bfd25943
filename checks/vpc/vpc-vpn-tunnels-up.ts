import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { labelOf } from '../../src/services/ec2/tags.ts';
import { vpnConnection } from '../../src/services/ec2/vpn-connection.ts';

export default defineCheck({
  id: 'vpc-vpn-tunnels-up',
  title: 'VPN connections have both tunnels up',
  resource: vpnConnection,
  settings: { tunnels: { type: 'integer', default: 2, min: 1, max: 2, describe: 'tunnels that must be up' } },
  risk: 'AWS takes tunnels down one at a time for maintenance: with one already down, the next update cuts the connection.',
  fix: {
    text: 'Look at the status message and the tunnel log, configure the customer gateway for both outside addresses with their own keys, and let traffic through that keeps the second tunnel alive.',
    terraform:
      'resource "aws_vpn_connection" "this" {\n  customer_gateway_id    = aws_customer_gateway.this.id\n  vpn_gateway_id         = aws_vpn_gateway.this.id\n  type                   = "ipsec.1"\n  tunnel1_startup_action = "start"\n  tunnel2_startup_action = "start"\n}',
  },
  references: [
    'https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-redundant-connection.html',
    'https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html',
  ],
  evaluate(subject, { settings }) {
    const { state, telemetry } = subject;
    const name = labelOf(subject);
    if (state === 'pending') return notApplicable(`${name} is still being created`);
    if (telemetry.length === 0) return unknown(`EC2 gave no tunnel status for ${name}`);
    const up = telemetry.filter(({ status }) => status === 'UP').length;
    const down = telemetry.filter(({ status }) => status !== 'UP');
    const evidence = telemetry.map(({ outsideIp, status, changedAt }) => ({ outsideIp, status, changedAt }));
    if (up >= settings.tunnels) return pass(`${name} has ${up} of ${telemetry.length} tunnels up`, evidence);
    const which = down.map(
      ({ outsideIp, changedAt }) => `${outsideIp ?? 'one'}${changedAt === undefined ? '' : ` since ${changedAt}`}`,
    );
    const downText = down.length === 0 ? '' : `, down: ${which.join(', ')}`;
    return fail(
      `${name} has ${up === 1 ? '1 tunnel' : `${up} tunnels`} up, expected ${settings.tunnels}${downText}`,
      evidence,
    );
  },
});
