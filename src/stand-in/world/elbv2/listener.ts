import { answers, here } from '../../answers.ts';
import { arnOf, iamArn } from '../../facts.ts';

/** Of ACM's world. */
const shop = 'certificate/0b5c6b1e-8a0f-4c56-9a53-6f3f6d1c7a10';
const ciphers = (...names: string[]) => names.map((Name, i) => ({ Name, Priority: i + 1 }));

const presented = (CertificateArn: string) => ({
  Certificates: [
    { CertificateArn, IsDefault: true },
    { CertificateArn, IsDefault: false },
  ],
});

/** What a region knows of TLS: of today, and of yesterday. */
export default answers('elastic-load-balancing-v2', {
  DescribeListenerCertificates: here(({ input }) =>
    presented(String(input['ListenerArn']).includes('/quiet/') ? iamArn('server-certificate/old') : arnOf('acm', shop)),
  ),
  DescribeSSLPolicies: here({
    SslPolicies: [
      {
        Name: 'ELBSecurityPolicy-TLS13-1-2-Res-2021-06',
        SslProtocols: ['TLSv1.2', 'TLSv1.3'],
        Ciphers: ciphers('TLS_AES_128_GCM_SHA256', 'ECDHE-ECDSA-AES128-GCM-SHA256', 'ECDHE-RSA-AES256-GCM-SHA384'),
        SupportedLoadBalancerTypes: ['application', 'network'],
      },
      {
        Name: 'ELBSecurityPolicy-2016-08',
        SslProtocols: ['TLSv1', 'TLSv1.1', 'TLSv1.2'],
        Ciphers: ciphers('ECDHE-ECDSA-AES128-GCM-SHA256', 'ECDHE-RSA-AES128-SHA', 'AES256-SHA'),
        SupportedLoadBalancerTypes: ['application', 'network'],
      },
    ],
  }),
});
