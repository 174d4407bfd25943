import { along, defineCheck, unknown } from '../../src/engine/check.ts';
import {
  askingOf,
  judgeAsking,
  judgeByPolicy,
  methodsOf,
  placeOf,
  withoutMethods,
} from '../../src/judgements/endpoints/authorization.ts';
import { restApi } from '../../src/services/apigateway/rest-api.ts';
import { stage } from '../../src/services/apigateway/stage.ts';

export default defineCheck({
  id: 'apigateway-rest-api-authorizer-configured',
  title: 'Methods of REST APIs have an authorizer',
  resource: restApi,
  needs: ['methods'],
  along: { stages: along(stage, { optional: true }) },
  evaluate(api, { along: { stages }, now, unreadAlong }) {
    const nothing = withoutMethods(api);
    if (nothing !== undefined) return nothing;
    const asking = askingOf(methodsOf(api.methods ?? []));
    const place = placeOf(api);
    if (place === 'private')
      return judgeByPolicy(api, asking, stages, { now, stagesUnread: unreadAlong['stages'] !== undefined });
    if (place === undefined && asking.open.length > 0)
      return unknown(`AWS does not say whether ${api.name} is private, where its policy decides who may call it`);
    return judgeAsking(api.name, 'methods', asking);
  },
  risk: 'Whoever finds the address calls what is behind the API, with nothing that tells who it was.',
  fix: {
    text: 'Give each method an authorizer (AWS_IAM for programs, a Cognito user pool or a function for people), then deploy the API to its stages: until then they answer as before. An API key is for usage plans and authorizes nobody. OPTIONS may stay open, for CORS. Clients that send no credentials get 401 or 403.',
  },
  references: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html',
  ],
});
