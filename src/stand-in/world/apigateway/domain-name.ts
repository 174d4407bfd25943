import { answers, here } from '../../answers.ts';
import { arnOf } from '../../facts.ts';

/** One that leads to APIs over TLS 1.3, and one as it was made years ago. */
export default answers('api-gateway', {
  GetDomainNames: here({
    items: [
      {
        domainName: 'api.example.com',
        securityPolicy: 'SecurityPolicy_TLS13_1_3_2025_09',
        endpointAccessMode: 'STRICT',
      },
      { domainName: 'old.example.com', securityPolicy: 'TLS_1_0' },
    ].map((each) => ({
      ...each,
      domainNameStatus: 'AVAILABLE',
      endpointConfiguration: { types: ['REGIONAL'] },
      regionalCertificateArn: arnOf('acm', 'certificate/00000000-0000-4000-8000-0000000000d1'),
    })),
  }),
});
