import { along, fail, pass } from '../../src/engine/check.ts';
import { companion } from '../../src/engine/forms/index.ts';
import { userPool } from '../../src/services/cognito/user-pool.ts';
import { webAcl } from '../../src/services/wafv2/web-acl.ts';

export default companion(userPool, 'cognito-user-pool-waf-attached', {
  title: 'Cognito user pools have a web ACL',
  of: along(webAcl, { needs: ['userPools'], witness: true, reach: 'region' }),
  belongs: ({ arn }, { userPools }) => userPools.includes(arn),
  such: ({ arn }) => ({ good: { userPools: [arn] } }),
  pass: pass('{label} has the web ACL {other.name}'),
  fail: fail('{label} has no web ACL'),
  risk: 'Sign-ups of robots and guessed passwords reach the pool unfiltered, and each message that it sends for them costs money.',
  fix: {
    text: 'Attach a regional web ACL that limits requests from one address and blocks known bad ones; count what its rules match first. disassociate-web-acl takes it off again.',
    cli: 'aws wafv2 associate-web-acl --web-acl-arn WEB_ACL_ARN --resource-arn {arn}',
  },
  references: [
    'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-waf.html',
    'https://docs.aws.amazon.com/waf/latest/APIReference/API_ListResourcesForWebACL.html',
  ],
});
