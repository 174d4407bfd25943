import { defineCheck, fail, manual, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { internalSetting } from '../../src/judgements/tls/tls.ts';
import { classicLoadBalancer, endsTls } from '../../src/services/elb/load-balancer.ts';

export default defineCheck({
  id: 'elb-listener-https-or-ssl-only',
  title: 'Classic Load Balancers take HTTPS or SSL only',
  resource: classicLoadBalancer,
  settings: internalSetting,
  evaluate({ name, scheme, listeners }, { settings }) {
    if (scheme === 'internal' && !settings.internal) return notApplicable(`${name} is internal`);
    if (listeners.length === 0) return notApplicable(`${name} has no listener`);
    const named = (which: readonly string[]): string[] =>
      listeners
        .filter(({ protocol }) => which.includes(protocol?.toUpperCase() ?? ''))
        .map(({ protocol, port }) => `${protocol ?? ''} ${port ?? ''}`);
    const plain = named(['HTTP']);
    if (plain.length > 0) return fail(`${name} takes ${plain.join(', ')}; expected HTTPS or SSL`, { plain });
    const passed = named(['TCP']);
    if (!listeners.every((each) => endsTls(each) || each.protocol?.toUpperCase() === 'TCP'))
      return unknown(`what the listeners of ${name} take is not known to this version`);
    return passed.length > 0
      ? manual(
          `${name} passes ${passed.join(', ')} on as it comes: whether that is encrypted is between the clients and the instances`,
          { passed },
        )
      : pass(`${name} takes ${named(['HTTPS', 'SSL']).join(', ')}`);
  },
  risk: 'What clients send, passwords and session cookies with it, can be read and changed by everybody on the way.',
  fix: {
    text: 'Add a listener of HTTPS or SSL with a certificate, move the clients to it, then delete the one in plain. A Classic Load Balancer cannot redirect: let the instances do it by X-Forwarded-Proto, or migrate to an Application Load Balancer.',
    cli: [
      'aws elb create-load-balancer-listeners --load-balancer-name {name} --listeners Protocol=HTTPS,LoadBalancerPort=443,InstanceProtocol=HTTP,InstancePort=INSTANCE_PORT,SSLCertificateId=CERTIFICATE_ARN',
      // by default it would take TLS 1.0
      'aws elb create-load-balancer-policy --load-balancer-name {name} --policy-name tls-1-2 --policy-type-name SSLNegotiationPolicyType --policy-attributes AttributeName=Reference-Security-Policy,AttributeValue=ELBSecurityPolicy-TLS-1-2-2017-01',
      'aws elb set-load-balancer-policies-of-listener --load-balancer-name {name} --load-balancer-port 443 --policy-names tls-1-2',
      'aws elb delete-load-balancer-listeners --load-balancer-name {name} --load-balancer-ports PLAIN_PORT',
    ].join('\n'),
  },
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-listener-config.html'],
});
