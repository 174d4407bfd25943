import { fail, pass, unknown } from '../../src/engine/check.ts';
import { sameFor, state } from '../../src/engine/forms/index.ts';
import { notShared } from '../../src/services/ec2/ownership.ts';
import { vpc } from '../../src/services/ec2/vpc.ts';

export default state(vpc, 'route53-resolver-dnssec-validation-enabled', {
  title: 'Resolvers of VPCs validate DNSSEC',
  unless: [notShared],
  at: 'dnssec.validation',
  is: {
    ENABLED: pass('The resolver of {label} validates DNSSEC'),
    ...sameFor(
      ['NEVER_ENABLED', 'DISABLED', 'DISABLING'],
      fail('The resolver of {label} does not validate DNSSEC ({dnssec.validation}); expected ENABLED'),
    ),
    ENABLING: fail('The resolver of {label} does not validate DNSSEC yet ({dnssec.validation}); expected ENABLED'),
    ...sameFor(
      ['USE_LOCAL_RESOURCE_SETTING', 'UPDATING_TO_USE_LOCAL_RESOURCE_SETTING', 'OTHER'],
      unknown(
        'a Route 53 Profile or a setting that is not read decides whether the resolver of {label} validates DNSSEC',
      ),
    ),
  },
  risk: 'Answers that somebody forged on their way are taken for true, although the domain is signed.',
  fix: {
    text: 'Turn validation on. Names of domains whose signatures are wrong do not resolve any more. `--validation DISABLE` undoes it.',
    cli: 'aws route53resolver update-resolver-dnssec-config --resource-id {id} --validation ENABLE',
  },
  references: ['https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dnssec-validation.html'],
});
