import { fail, pass, unknown } from '../../src/engine/check.ts';
import { each } from '../../src/engine/forms/index.ts';
import { distribution, switchedOff } from '../../src/services/cloudfront/distribution.ts';

export default each(distribution, 'cloudfront-distribution-viewer-https-required', {
  title: 'CloudFront distributions require HTTPS of viewers',
  list: 'behaviors',
  unless: [switchedOff],
  by: 'viewerProtocolPolicy',
  is: { 'allow-all': 'bad', 'https-only': 'good', 'redirect-to-https': 'good' },
  called: '{path}',
  pass: pass('{label} requires HTTPS of viewers'),
  fail: fail('{label} answers HTTP for {bad:some}; expected HTTPS only, or a redirect to it'),
  none: unknown('AWS names no cache behaviour of {label}, not even the default one'),
  risk: 'What viewers send and get, session cookies with it, can be read and changed by everybody on the way.',
  fix: {
    text: 'Set the viewer protocol policy of these cache behaviours to redirect HTTP to HTTPS, or to HTTPS only for APIs. Redirected requests lose their body: clients that post to http have to be told.',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-viewers-to-cloudfront.html',
  ],
});
