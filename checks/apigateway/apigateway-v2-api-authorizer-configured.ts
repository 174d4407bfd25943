import { defineCheck, fail, notApplicable, unknown } from '../../src/engine/check.ts';
import { askingOf, judgeAsking } from '../../src/judgements/endpoints/authorization.ts';
import { httpApi } from '../../src/services/apigatewayv2/api.ts';

export default defineCheck({
  id: 'apigateway-v2-api-authorizer-configured',
  title: 'Routes of HTTP and WebSocket APIs have an authorizer',
  resource: httpApi,
  needs: ['routes'],
  evaluate({ name, protocol, routes }) {
    if (routes === undefined) return notApplicable(`${name} was deleted while the account was read`);
    if (routes.length === 0) return notApplicable(`${name} has no routes`);
    const named = routes.map((route) => ({ ...route, label: route.key }));
    if (protocol === 'WEBSOCKET') {
      // It asks when somebody connects and never again:
      // https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-control-access.html
      const connect = named.filter(({ key }) => key === '$connect');
      if (connect.length === 0)
        return fail(`${name} has no $connect route that could ask who connects; expected one with an authorizer`);
      return judgeAsking(name, 'routes that connect', askingOf(connect));
    }
    if (protocol !== 'HTTP') return unknown(`what kind of API ${name} is is not known (${protocol ?? 'not said'})`);
    // Browsers ask OPTIONS before they send who they are.
    const asked = named.filter(({ key }) => !key.startsWith('OPTIONS '));
    return asked.length === 0
      ? notApplicable(`${name} has no routes but OPTIONS`)
      : judgeAsking(name, 'routes', askingOf(asked));
  },
  risk: 'Whoever finds the address calls what is behind the API, with nothing that tells who it was.',
  fix: {
    text: 'Give each route an authorizer: JWT (Cognito or any OpenID Connect provider), AWS_IAM or a function; of a WebSocket API the route $connect alone takes one. Deploy where stages do not do so by themselves. OPTIONS may stay open, for CORS. Clients that send no credentials get 401 or 403.',
  },
  references: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control.html',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-control-access.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html#apigateway-8',
  ],
});
