import { defineCheck, fail, manual, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { internalSetting } from '../../src/judgements/tls/tls.ts';
import { listener } from '../../src/services/elbv2/listener.ts';

export default defineCheck({
  id: 'elbv2-listener-encrypted-protocol',
  title: 'Listeners of load balancers take HTTPS or TLS',
  resource: listener,
  settings: internalSetting,
  evaluate({ name, scheme, loadBalancerType, protocol }, { settings }) {
    if (scheme === 'internal' && !settings.internal) return notApplicable(`${name} is of an internal load balancer`);
    // It has no protocol besides GENEVE, and says none.
    if (loadBalancerType === 'gateway') return notApplicable(`${name} is of a Gateway Load Balancer`);
    switch (protocol) {
      case 'HTTPS':
      case 'TLS':
        return pass(`${name} takes ${protocol}`, { protocol });
      case 'QUIC':
        return pass(`${name} takes QUIC, which is always encrypted`, { protocol });
      case 'HTTP':
        return fail(`${name} takes plain HTTP; expected HTTPS`, { protocol });
      case 'TCP':
      case 'TCP_UDP':
      case 'TCP_QUIC':
        return manual(
          `${name} passes ${protocol} on as it comes: whether that is encrypted is between the clients and the targets`,
          { protocol },
        );
      case 'UDP':
        return notApplicable(`${name} takes UDP, for which load balancers have no TLS`);
      case 'GENEVE':
        return notApplicable(`${name} is of a Gateway Load Balancer`);
      case undefined:
        return unknown(`AWS does not say what ${name} takes`);
      default:
        return unknown(`${name} takes ${String(protocol)}, which this version does not know`);
    }
  },
  risk: 'What clients send, passwords and session cookies with it, can be read and changed by everybody on the way.',
  fix: {
    text: 'Request or import a certificate, make the listener one of HTTPS on port 443, and add one on port 80 that only redirects to it. Where a Network Load Balancer passes TCP on, end TLS there or at the targets. Links and clients that name http have to be told.',
    cli: 'aws elbv2 modify-listener --listener-arn {arn} --port 443 --protocol HTTPS --certificates CertificateArn=CERTIFICATE_ARN --ssl-policy ELBSecurityPolicy-TLS13-1-2-Res-2021-06',
  },
  references: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/create-tls-listener.html',
  ],
});
