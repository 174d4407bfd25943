import { defineCheck, notApplicable, unknown } from '../../src/engine/check.ts';
import { internalSetting, judgeTls, tlsSettings } from '../../src/judgements/tls/tls.ts';
import { listener } from '../../src/services/elbv2/listener.ts';
import { shell } from '../../src/text/shell.ts';

export default defineCheck({
  id: 'elbv2-listener-ssl-policy-strong',
  title: 'Listeners of load balancers negotiate TLS by a strong policy',
  resource: listener,
  needs: ['tls'],
  settings: { ...tlsSettings({ forwardSecrecy: true, authenticatedEncryption: false }), ...internalSetting },
  evaluate({ name, arn, scheme, protocol, sslPolicy, tls }, { settings }) {
    if (scheme === 'internal' && !settings.internal) return notApplicable(`${name} is of an internal load balancer`);
    if (protocol === undefined) return unknown(`AWS does not say what ${name} takes`);
    // QUIC too is encrypted, by the targets
    if (protocol !== 'HTTPS' && protocol !== 'TLS') return notApplicable(`${name} does not end TLS`);
    if (sslPolicy === undefined) return unknown(`AWS does not say by which policy ${name} negotiates TLS`);
    return judgeTls(name, sslPolicy, tls, settings, {
      cli: shell`aws elbv2 modify-listener --listener-arn ${arn} --ssl-policy ELBSecurityPolicy-TLS13-1-2-Res-2021-06`,
    });
  },
  risk: 'Whoever sits between a client and the load balancer makes both use the weakest they share, or keeps what he recorded until he has the key.',
  fix: {
    text: 'Choose a policy of TLS 1.3 and 1.2, such as ELBSecurityPolicy-TLS13-1-2-Res-2021-06 (ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09 adds key exchange that withstands quantum computers). Clients that know only what the old one added can no longer connect: look in the access or connection logs for what is negotiated. The former policy can be set again.',
  },
  references: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/describe-ssl-policies.html',
  ],
});
