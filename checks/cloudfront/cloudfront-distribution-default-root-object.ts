import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { called, distribution } from '../../src/services/cloudfront/distribution.ts';

export default defineCheck({
  id: 'cloudfront-distribution-default-root-object',
  title: 'CloudFront distributions of buckets have a default root object',
  resource: distribution,
  needs: ['config'],
  evaluate({ id, name, enabled, config, origins, behaviors }) {
    const label = called({ id, name });
    if (enabled === false) return notApplicable(`${label} is switched off`);
    if (config === undefined) return unknown(`${label} was deleted while the account was read`);
    const { rootObject } = config;
    if (rootObject === undefined) return unknown(`AWS does not say whether ${label} has a default root object`);
    if (rootObject !== '') return pass(`${label} has the default root object ${rootObject}`, { rootObject });
    const origin = origins.find((each) => each.id === behaviors[0]?.originId);
    if (origin === undefined) return unknown(`${label} has no default root object, and where "/" goes is not known`);
    // A server, an API or the website of a bucket answers "/" itself.
    return origin.isS3
      ? fail(`${label} has no default root object, and "/" goes to the bucket ${origin.domainName ?? ''}`, {
          rootObject,
          origin: origin.domainName,
        })
      : notApplicable(`${label} asks a server for "/"`);
  },
  risk: 'Who asks for the domain itself gets what the bucket answers to its root: an error, or the list of everything in it where listing is allowed.',
  fix: { text: 'Name the object that the site begins with, such as index.html, as the default root object.' },
  references: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DefaultRootObject.html'],
});
