import { presentsValid } from '../../src/judgements/certificates/presented.ts';
import { classicLoadBalancer, endsTls } from '../../src/services/elb/load-balancer.ts';

export default presentsValid(classicLoadBalancer, 'elb-listener-certificate-not-expiring', {
  title: 'Certificates that Classic Load Balancers present do not expire soon',
  presents: ({ listeners }) => listeners.flatMap(({ certificateId }) => certificateId ?? []),
  presenting: ([first, ...more]) => ({
    listeners: [first, ...more].map((certificateId) => ({ protocol: 'HTTPS', certificateId, policies: [] })),
  }),
  unless: [
    {
      such: { listeners: [{ protocol: 'HTTP', policies: [] }] },
      when: ({ listeners }) => (listeners.some(endsTls) ? undefined : 'none of its listeners ends TLS'),
    },
  ],
  risk: 'A certificate that expires breaks every client of the load balancer at once, or teaches people to click warnings away.',
  fix: {
    text: 'Renew it where it came from and import it again under the same ARN, or let the listener present one that Certificate Manager issues and renews.',
  },
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-update-ssl-cert.html'],
});
