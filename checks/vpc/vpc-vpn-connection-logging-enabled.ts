import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { labelOf } from '../../src/services/ec2/tags.ts';
import { vpnConnection } from '../../src/services/ec2/vpn-connection.ts';

export default defineCheck({
  id: 'vpc-vpn-connection-logging-enabled',
  title: 'VPN tunnels write their activity to CloudWatch Logs',
  resource: vpnConnection,
  risk: 'Failed negotiations, attacks on the tunnel and the cause of outages stay invisible: AWS keeps no history of its own.',
  fix: {
    text: 'Turn on CloudWatch logging for both tunnels, one after the other: a tunnel is down for some minutes while it is changed.',
    cli: 'aws ec2 modify-vpn-tunnel-options --vpn-connection-id {id} --vpn-tunnel-outside-ip-address TUNNEL_IP --tunnel-options "LogOptions={CloudWatchLogOptions={LogEnabled=true,LogGroupArn=LOG_GROUP_ARN,LogOutputFormat=json}}" --region {region}',
    terraform:
      'resource "aws_vpn_connection" "this" {\n  customer_gateway_id = aws_customer_gateway.this.id\n  vpn_gateway_id      = aws_vpn_gateway.this.id\n  type                = "ipsec.1"\n  tunnel1_log_options {\n    cloudwatch_log_options {\n      log_enabled   = true\n      log_group_arn = aws_cloudwatch_log_group.vpn.arn\n    }\n  }\n  tunnel2_log_options {\n    cloudwatch_log_options {\n      log_enabled   = true\n      log_group_arn = aws_cloudwatch_log_group.vpn.arn\n    }\n  }\n}',
  },
  references: ['https://docs.aws.amazon.com/vpn/latest/s2svpn/monitoring-logs.html'],
  evaluate(subject) {
    const { state, tunnels } = subject;
    const name = labelOf(subject);
    if (state === 'pending') return notApplicable(`${name} is still being created`);
    if (tunnels.length === 0) return unknown(`EC2 did not give the tunnels of ${name}`);
    const silent = tunnels.filter(({ logging }) => !logging).map(({ outsideIp }) => outsideIp ?? 'a tunnel');
    return silent.length === 0
      ? pass(`${name} logs each of its ${tunnels.length} tunnels`)
      : fail(`${name} does not log ${silent.length} of its ${tunnels.length} tunnels: ${silent.join(', ')}`, {
          tunnels: silent,
        });
  },
});
