import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { distribution, switchedOff } from '../../src/services/cloudfront/distribution.ts';

export default state(distribution, 'cloudfront-distribution-waf-attached', {
  title: 'CloudFront distributions have a web ACL',
  at: 'webAcl',
  unless: [switchedOff],
  is: {
    true: pass('{label} has a web ACL ({webAclId})'),
    // Tenants of a multi-tenant distribution may bring web ACLs of their own.
    false: ({ id, name, connectionMode }) =>
      connectionMode === 'tenant-only'
        ? unknown(`${id} (${name}) has no web ACL; whether its tenants have some of their own is not read`)
        : fail(`${id} (${name}) has no web ACL`, { webAcl: false }),
  },
  unsaid: unknown('AWS does not say whether {label} has a web ACL'),
  risk: 'Requests that try known flaws, guess passwords or flood the site reach the origin unfiltered.',
  fix: {
    text: 'Make a web ACL for CloudFront (in us-east-1) with the managed rules that fit the site, count what they match first, then attach it to the distribution. It costs by rule and request.',
  },
  references: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-web-awswaf.html'],
});
