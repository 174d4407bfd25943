import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { graphqlApi } from '../../src/services/appsync/graphql-api.ts';

export default state(graphqlApi, 'appsync-graphql-api-waf-attached', {
  title: 'GraphQL APIs of AppSync have a web ACL',
  at: 'protection.webAcl',
  otherwise: pass('{label} has the web ACL {protection.webAcl}'),
  absent: unknown('AWS does not say whether {label} has a web ACL'),
  unsaid: fail('{label} has no web ACL'),
  risk: 'Requests that try known flaws, guess passwords or flood the API reach its resolvers unfiltered.',
  fix: {
    text: 'Attach a regional web ACL with rules that fit: a limit by client first, and the size of bodies. Let them count for some days. It costs by rule and request; disassociate-web-acl takes it off again.',
    cli: 'aws wafv2 associate-web-acl --web-acl-arn WEB_ACL_ARN --resource-arn {arn}',
  },
  references: ['https://docs.aws.amazon.com/appsync/latest/devguide/WAF-Integration.html'],
});
