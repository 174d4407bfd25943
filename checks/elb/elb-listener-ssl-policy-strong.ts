import type { Verdict } from '../../src/engine/check.ts';
import { defineCheck, notApplicable, unknown, worstOf } from '../../src/engine/check.ts';
import { internalSetting, judgeTls, tlsSettings } from '../../src/judgements/tls/tls.ts';
import { classicLoadBalancer, endsTls } from '../../src/services/elb/load-balancer.ts';
import { shell } from '../../src/text/shell.ts';

export default defineCheck({
  id: 'elb-listener-ssl-policy-strong',
  title: 'Classic Load Balancers negotiate TLS by a strong policy',
  resource: classicLoadBalancer,
  needs: ['tlsPolicies'],
  // The strictest policy that AWS has for them still lists ciphers without forward secrecy.
  settings: { ...tlsSettings({ forwardSecrecy: false, authenticatedEncryption: false }), ...internalSetting },
  evaluate({ name, scheme, listeners, tlsPolicies }, { settings }) {
    if (scheme === 'internal' && !settings.internal) return notApplicable(`${name} is internal`);
    if (tlsPolicies === undefined) return unknown(`${name} was deleted while the account was read`);
    const verdicts = listeners.filter(endsTls).map(({ protocol, port, policies }): Verdict => {
      const what = `${name} (${protocol ?? ''} ${port ?? ''})`;
      // Other policies of a listener are about stickiness.
      const policy = policies.find((each) => Object.hasOwn(tlsPolicies, each));
      if (policy === undefined) return unknown(`AWS does not say by which policy ${what} negotiates TLS`);
      const offer = tlsPolicies[policy];
      return judgeTls(what, offer?.reference ?? policy, offer, settings, {
        cli: [
          shell`aws elb create-load-balancer-policy --load-balancer-name ${name} --policy-name tls-1-2 --policy-type-name SSLNegotiationPolicyType --policy-attributes AttributeName=Reference-Security-Policy,AttributeValue=ELBSecurityPolicy-TLS-1-2-2017-01`,
          shell`aws elb set-load-balancer-policies-of-listener --load-balancer-name ${name} --load-balancer-port ${String(port ?? 443)} --policy-names ${['tls-1-2', ...policies.filter((each) => each !== policy)]}`,
        ].join('\n'),
      });
    });
    return worstOf(verdicts) ?? notApplicable(`${name} does not end TLS`);
  },
  risk: 'Whoever sits between a client and the load balancer makes both use the weakest they share, or keeps what he recorded until he has the key.',
  fix: {
    text: 'Give the listener ELBSecurityPolicy-TLS-1-2-2017-01, or a custom policy of TLS 1.2 and ECDHE ciphers with GCM. Clients that know only TLS 1.0 or 1.1 can no longer connect. TLS 1.3 needs an Application or Network Load Balancer.',
  },
  references: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-security-policy-table.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/ssl-config-update.html',
  ],
});
