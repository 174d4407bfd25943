import { changeTunnels } from '../../src/judgements/network/tunnels.ts';
import { fail, pass, unknown } from '../../src/engine/check.ts';
import { each } from '../../src/engine/forms/index.ts';
import { vpnConnection } from '../../src/services/ec2/vpn-connection.ts';
import { created } from '../../src/services/ec2/vpn-connection.ts';

export default each(vpnConnection, 'vpc-vpn-connection-logging-enabled', {
  title: 'VPN tunnels write their activity to CloudWatch Logs',
  unless: [created],
  list: 'tunnels',
  by: 'logging',
  is: { true: 'good', false: 'bad' },
  called: '{outsideIp|a tunnel}',
  pass: pass('{label} logs each of its {all:count} tunnels'),
  fail: fail('{label} does not log {bad:count} of its {all:count} tunnels: {bad}'),
  none: unknown('EC2 did not give the tunnels of {label}'),
  risk: 'Failed negotiations, attacks on the tunnel and the cause of outages stay invisible: AWS keeps no history of its own.',
  fix: {
    text: 'Turn on CloudWatch logging for both tunnels, one after the other: a tunnel is down for some minutes while it is changed.',
    exact: ({ id, tunnels }) =>
      changeTunnels(
        id,
        tunnels
          .filter(({ logging }) => !logging)
          .map(({ outsideIp }) => ({
            ip: outsideIp,
            options: {
              LogOptions: {
                CloudWatchLogOptions: { LogEnabled: true, LogGroupArn: 'LOG_GROUP_ARN', LogOutputFormat: 'json' },
              },
            },
          })),
      ),
    terraform:
      'resource "aws_vpn_connection" "this" {\n  customer_gateway_id = aws_customer_gateway.this.id\n  vpn_gateway_id      = aws_vpn_gateway.this.id\n  type                = "ipsec.1"\n  tunnel1_log_options {\n    cloudwatch_log_options {\n      log_enabled   = true\n      log_group_arn = aws_cloudwatch_log_group.vpn.arn\n    }\n  }\n  tunnel2_log_options {\n    cloudwatch_log_options {\n      log_enabled   = true\n      log_group_arn = aws_cloudwatch_log_group.vpn.arn\n    }\n  }\n}',
  },
  references: ['https://docs.aws.amazon.com/vpn/latest/s2svpn/monitoring-logs.html'],
});
