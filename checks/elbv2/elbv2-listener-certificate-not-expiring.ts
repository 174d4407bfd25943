import { presentsValid } from '../../src/judgements/certificates/presented.ts';
import { listener } from '../../src/services/elbv2/listener.ts';

export default presentsValid(listener, 'elbv2-listener-certificate-not-expiring', {
  title: 'Certificates that load balancers present do not expire soon',
  needs: ['certificates'],
  presents: ({ certificates }) => certificates,
  presenting: (certificates) => ({ protocol: 'HTTPS', certificates }),
  unless: [{ at: 'protocol', is: ['HTTP', 'TCP', 'UDP', 'TCP_UDP', 'GENEVE'], because: '{label} ends no TLS' }],
  risk: 'A certificate that expires breaks every client of the load balancer at once, or teaches people to click warnings away.',
  fix: {
    text: 'Renew it where it came from and import it again under the same ARN, or let the listener present one that Certificate Manager issues and renews.',
  },
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/https-listener-certificates.html'],
});
