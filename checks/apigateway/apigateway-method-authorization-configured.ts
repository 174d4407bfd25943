import { fail, notApplicable, pass } from '../../src/engine/check.ts';
import { each } from '../../src/engine/forms/index.ts';
import { restApi } from '../../src/services/apigateway/rest-api.ts';

/** Browsers ask by OPTIONS, without credentials, what they may send: https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html */
const preflight = 'OPTIONS';
/** https://docs.aws.amazon.com/apigateway/latest/api/API_Method.html */
const asked: ReadonlySet<string | undefined> = new Set(['AWS_IAM', 'CUSTOM', 'COGNITO_USER_POOLS']);

export default each(restApi, 'apigateway-method-authorization-configured', {
  title: 'Methods of REST APIs ask who calls',
  list: 'methods',
  test: ({ verb, authorization }) => {
    if (verb === preflight) return 'skip';
    return authorization === 'NONE' ? 'bad' : asked.has(authorization) ? 'good' : 'unsaid';
  },
  such: {
    good: { path: '/orders', verb: 'GET', authorization: 'AWS_IAM' },
    bad: { path: '/orders', verb: 'POST', authorization: 'NONE' },
  },
  called: '{verb} {path}',
  pass: pass('{label} is set to ask who calls its methods ({good:some})'),
  fail: fail('{label} has methods without authorization: {bad:some}; expected IAM, Cognito or an authorizer'),
  none: notApplicable('{label} has no methods that are called'),
  unsaid: notApplicable('{label} was deleted while the account was read'),
  risk: 'Whoever reaches the API calls these methods as often as he likes; an API key or a limit does not say who he is.',
  fix: {
    text: 'Give each method an authorizer, or IAM, then deploy the API to its stages: until then they answer as before. What is meant for everybody, such as a login, may be left as it is.',
  },
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html'],
});
