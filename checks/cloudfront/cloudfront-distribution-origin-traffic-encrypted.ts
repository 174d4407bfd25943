import { fail, notApplicable, pass } from '../../src/engine/check.ts';
import { each } from '../../src/engine/forms/index.ts';
import { distribution, switchedOff } from '../../src/services/cloudfront/distribution.ts';

export default each(distribution, 'cloudfront-distribution-origin-traffic-encrypted', {
  title: 'CloudFront asks origins by HTTPS',
  list: 'origins',
  unless: [switchedOff],
  test: ({ id, isCustom, protocolPolicy }) => {
    if (!isCustom || id === undefined) return 'skip';
    if (protocolPolicy === 'https-only') return 'good';
    return protocolPolicy === 'http-only' || protocolPolicy === 'match-viewer' ? 'bad' : 'unsaid';
  },
  such: {
    good: { id: 'web', isCustom: true, protocolPolicy: 'https-only' },
    bad: { id: 'plain', isCustom: true, protocolPolicy: 'match-viewer' },
  },
  called: ({ id, protocolPolicy }) => `${id ?? ''} (${protocolPolicy ?? ''})`,
  pass: pass('{label} asks its servers by HTTPS'),
  fail: fail('{label} asks {bad:some} by HTTP, or by what the viewer came with; expected https-only'),
  none: notApplicable('{label} has no origin that is asked by name'),
  risk: 'Between CloudFront and the origin, over the internet, everybody on the way reads and changes what viewers believe to be encrypted.',
  fix: {
    text: 'Give the origin a certificate for the name that CloudFront asks for, then set its protocol policy to HTTPS only. The website endpoint of a bucket knows no HTTPS: use the bucket with origin access control instead.',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-cloudfront-to-custom-origin.html',
  ],
});
