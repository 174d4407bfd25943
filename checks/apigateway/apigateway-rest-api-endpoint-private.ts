import { fail, pass, unknown } from '../../src/engine/check.ts';
import { each } from '../../src/engine/forms/index.ts';
import { restApi } from '../../src/services/apigateway/rest-api.ts';

export default each(restApi, 'apigateway-rest-api-endpoint-private', {
  title: 'REST APIs are private: reached from VPCs only',
  list: 'endpointTypes',
  test: (type) => (type === 'PRIVATE' ? 'good' : type === 'EDGE' || type === 'REGIONAL' ? 'bad' : 'unsaid'),
  such: { good: 'PRIVATE', bad: 'REGIONAL' },
  called: '{it}',
  pass: pass('{label} is private'),
  fail: fail('{label} is no private API ({bad}); expected PRIVATE'),
  none: unknown('AWS does not say where {label} is reached'),
  risk: 'What is meant for the own systems answers the whole internet, and a mistake in its authorization is a hole for everybody.',
  fix: {
    text: 'Where only own systems call the API, make an interface endpoint for execute-api in their VPCs, give the API a policy that lets in that endpoint, and change its type; clients on the internet are cut off. One that is meant for the internet may be left as it is.',
  },
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html'],
});
