import { fail, pass, unknown } from '../../src/engine/check.ts';
import { sameFor, state } from '../../src/engine/forms/index.ts';
import { distribution, switchedOff } from '../../src/services/cloudfront/distribution.ts';

export default state(distribution, 'cloudfront-distribution-geo-restriction-enabled', {
  title: 'CloudFront distributions are limited to countries',
  at: 'geoRestriction',
  unless: [switchedOff],
  is: {
    ...sameFor(['whitelist', 'blacklist'], pass('{label} is limited to countries by a {geoRestriction}')),
    none: fail('{label} is not limited to countries'),
  },
  unsaid: unknown('AWS does not say whether {label} is limited to countries'),
  risk: 'Requests from countries with which there is no business are answered too, and so are attacks and downloads from there.',
  fix: { text: 'Where the site is for some countries only, allow those. Addresses tell a country only roughly.' },
  references: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/georestrictions.html'],
});
