import { fail, notApplicable, pass } from '../../src/engine/check.ts';
import { each } from '../../src/engine/forms/index.ts';
import { called, distribution, switchedOff } from '../../src/services/cloudfront/distribution.ts';
import { few } from '../../src/text/few.ts';

const old: ReadonlySet<string> = new Set(['SSLv3', 'TLSv1', 'TLSv1.1']);
const modern: ReadonlySet<string> = new Set(['TLSv1.2', 'TLSv1.3']);

export default each(distribution, 'cloudfront-distribution-origin-tls-version-modern', {
  title: 'CloudFront asks origins by no old version of TLS',
  list: 'origins',
  unless: [
    switchedOff,
    {
      needs: ['vpcOrigins'],
      such: { vpcOrigins: [{ id: 'vo_1', endpointArn: undefined, ports: [443], sslProtocols: ['TLSv1', 'TLSv1.2'] }] },
      when: (one) => {
        const broken = (one.vpcOrigins ?? []).filter(({ sslProtocols }) => sslProtocols?.some((each) => old.has(each)));
        return broken.length === 0
          ? undefined
          : fail(
              `${called(one)} may ask ${few(broken.map(({ id, sslProtocols }) => `the VPC origin ${id} (${(sslProtocols ?? []).join(', ')})`))} by a version that is broken; expected TLSv1.2 alone`,
              { vpcOrigins: broken },
            );
      },
    },
  ],
  test: ({ id, isCustom, protocolPolicy, sslProtocols }) => {
    if (!isCustom || protocolPolicy === 'http-only') return 'skip';
    if (sslProtocols.some((one) => old.has(one))) return 'bad';
    return id !== undefined && sslProtocols.length > 0 && sslProtocols.every((one) => modern.has(one))
      ? 'good'
      : 'unsaid';
  },
  such: {
    good: { id: 'web', isCustom: true, protocolPolicy: 'https-only', sslProtocols: ['TLSv1.2'] },
    bad: { id: 'old', isCustom: true, protocolPolicy: 'https-only', sslProtocols: ['TLSv1', 'TLSv1.2'] },
  },
  called: ({ id, sslProtocols }) => `${id ?? 'an origin'} (${sslProtocols.join(', ')})`,
  pass: pass('{label} asks its custom origins by TLS 1.2 or newer'),
  fail: fail('{label} may ask {bad:some} by a version that is broken; expected TLSv1.2 alone'),
  none: notApplicable('{label} has no custom origin that is asked by TLS'),
  risk: 'Whoever sits between CloudFront and the origin has both use a version that he can break, and reads and changes what passes.',
  fix: {
    text: 'See that the origin knows TLS 1.2, then leave it as the only version among the protocols of the origin. A distribution is written whole: take its configuration with its ETag, and put it back changed.',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html',
    'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_VpcOriginEndpointConfig.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html#cloudfront-10',
  ],
});
