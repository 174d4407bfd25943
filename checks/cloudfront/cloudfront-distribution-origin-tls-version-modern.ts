import { fail, notApplicable, pass } from '../../src/engine/check.ts';
import { each } from '../../src/engine/forms/index.ts';
import { distribution, switchedOff } from '../../src/services/cloudfront/distribution.ts';

const old = new Set(['SSLv3', 'TLSv1', 'TLSv1.1']);

export default each(distribution, 'cloudfront-distribution-origin-tls-version-modern', {
  title: 'CloudFront asks origins by no old version of TLS',
  list: 'origins',
  unless: [switchedOff],
  test: ({ id, isCustom, protocolPolicy, sslProtocols }) => {
    if (!isCustom || id === undefined || protocolPolicy === 'http-only') return 'skip';
    if (sslProtocols.some((one) => old.has(one))) return 'bad';
    return sslProtocols.length > 0 ? 'good' : 'unsaid';
  },
  such: {
    good: { id: 'web', isCustom: true, protocolPolicy: 'https-only', sslProtocols: ['TLSv1.2'] },
    bad: { id: 'old', isCustom: true, protocolPolicy: 'https-only', sslProtocols: ['TLSv1', 'TLSv1.2'] },
  },
  called: ({ id, sslProtocols }) => `${id ?? ''} (${sslProtocols.join(', ')})`,
  pass: pass('{label} asks its servers by TLS 1.2 or newer'),
  fail: fail('{label} may ask {bad:some} by a version that is broken; expected TLSv1.2 alone'),
  none: notApplicable('{label} has no origin that is asked by name and by TLS'),
  risk: 'Whoever sits between CloudFront and the origin has both use a version that he can break, and reads and changes what passes.',
  fix: {
    text: 'See that the origin knows TLS 1.2, then leave it as the only version among the protocols of the origin. A distribution is written whole: take its configuration with its ETag, and put it back changed.',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html#cloudfront-10',
  ],
});
