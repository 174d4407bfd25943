import { fail, pass } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { stage } from '../../src/services/apigateway/stage.ts';

export default state(stage, 'apigateway-stage-waf-attached', {
  title: 'Stages of REST APIs have a web ACL',
  at: 'webAclArn',
  otherwise: pass('{label} has the web ACL {webAclArn}'),
  unsaid: fail('{label} has no web ACL'),
  risk: 'Requests that try known flaws, guess passwords or flood the API reach what is behind it unfiltered.',
  fix: {
    text: 'Attach a regional web ACL with the managed rules that fit the API; count what they match first. It costs by rule and request. disassociate-web-acl takes it off again. Where all comes through a distribution with a web ACL, let the API take nothing else.',
    cli: 'aws wafv2 associate-web-acl --web-acl-arn WEB_ACL_ARN --resource-arn {arn}',
  },
  references: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-aws-waf.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html#apigateway-4',
  ],
});
