import { fail, notApplicable, pass } from '../../src/engine/check.ts';
import { number } from '../../src/engine/forms/index.ts';
import { stack } from '../../src/services/cloudformation/stack.ts';

export default number(stack, 'cloudformation-stack-cdk-bootstrap-version-current', {
  title: "The CDK's bootstrap stack is current",
  // From this one on files are published to buckets of the account only.
  settings: { version: { type: 'integer', default: 21, min: 1, describe: 'version of the bootstrap stack at least' } },
  at: 'bootstrapVersion',
  atLeast: 'version',
  pass: pass('{label} is of version {bootstrapVersion}'),
  fail: fail('{label} is of version {bootstrapVersion}; expected {settings.version} or newer'),
  unsaid: notApplicable('{label} is no bootstrap stack of the CDK'),
  risk: 'Older roles publish to whatever bucket has the name: who makes a bucket of the name after yours was deleted gets your templates, and can change what is deployed.',
  fix: {
    text: 'Bootstrap the account and region again with a current CDK (`cdk bootstrap`), with the options that were given before.',
  },
  references: ['https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html'],
});
