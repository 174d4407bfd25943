import { manual, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { each } from '../../src/engine/forms/index.ts';
import { loadBalancer, onlyOf } from '../../src/services/elbv2/load-balancer.ts';

export default each(loadBalancer, 'elbv2-nlb-tls-termination-enabled', {
  title: 'Network Load Balancers end TLS',
  list: 'listeners',
  unless: [onlyOf('network')],
  // What is passed on may be TLS between the clients and the targets: the load balancer does not know.
  test: ({ protocol }) => {
    if (protocol === 'TLS') return 'good';
    if (['TCP', 'TCP_UDP', 'TCP_QUIC'].includes(protocol ?? '')) return 'bad';
    return ['UDP', 'QUIC'].includes(protocol ?? '') ? 'skip' : 'unsaid';
  },
  such: { good: { protocol: 'TLS', port: 443 }, bad: { protocol: 'TCP', port: 443 } },
  called: '{protocol} {port}',
  pass: pass('{label} ends TLS on {good:some}'),
  fail: manual('{label} passes {bad:some} on as it comes: whether that is TLS is between the clients and the targets'),
  none: notApplicable('{label} has no listener that could end TLS'),
  unsaid: unknown('{label} was deleted while the account was read'),
  risk: 'Where the targets do not end TLS either, everybody on the way reads and changes what is sent; where they do, each has to hold the key and keep its TLS up to date.',
  fix: {
    text: 'Where the targets speak no TLS, give the listener a certificate and make it one of TLS. Where they do, leave it, or let the load balancer end TLS and open it again to a target group of TLS.',
    cli: 'aws elbv2 modify-listener --listener-arn LISTENER_ARN --protocol TLS --certificates CertificateArn=CERTIFICATE_ARN --ssl-policy ELBSecurityPolicy-TLS13-1-2-Res-2021-06',
  },
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/network/create-tls-listener.html'],
});
