import { along, defineCheck, notApplicable, unknown } from '../../src/engine/check.ts';
import {
  askingOf,
  judgeByPolicy,
  methodsOf,
  placeOf,
  withoutMethods,
} from '../../src/judgements/endpoints/authorization.ts';
import { restApi } from '../../src/services/apigateway/rest-api.ts';
import { stage } from '../../src/services/apigateway/stage.ts';

export default defineCheck({
  id: 'apigateway-rest-api-public-endpoint-authorized',
  title: 'REST APIs on the internet let nobody in without authorization',
  resource: restApi,
  needs: ['methods'],
  along: { stages: along(stage, { optional: true }) },
  evaluate(api, { along: { stages }, now, unreadAlong }) {
    const place = placeOf(api);
    if (place === 'private') return notApplicable(`${api.name} is private`);
    const nothing = withoutMethods(api);
    if (nothing !== undefined) return nothing;
    if (place === undefined) return unknown(`AWS does not say whether ${api.name} is on the internet`);
    return judgeByPolicy(api, askingOf(methodsOf(api.methods ?? [])), stages, {
      now,
      stagesUnread: unreadAlong['stages'] !== undefined,
    });
  },
  risk: 'Everybody on the internet calls what is behind the API: data is read and changed, and each call is on the bill.',
  fix: {
    text: 'Give each method an authorizer, or limit by a resource policy who may call it (addresses, VPC endpoints, accounts), or make the API private, then deploy it to its stages: until then they answer as before. An API key authorizes nobody. Callers that are not let in get 401 or 403.',
  },
  references: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies.html',
  ],
});
