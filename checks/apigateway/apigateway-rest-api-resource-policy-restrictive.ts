import { defineCheck, fail, notApplicable, pass } from '../../src/engine/check.ts';
import { exposure } from '../../src/iam/index.ts';
import { placeOf } from '../../src/judgements/endpoints/authorization.ts';
import { executeArn } from '../../src/judgements/endpoints/rest-routes.ts';
import { exposedTo, exposureEvidence, provedBy, undecided } from '../../src/judgements/exposure/exposure-message.ts';
import { restApi } from '../../src/services/apigateway/rest-api.ts';

export default defineCheck({
  id: 'apigateway-rest-api-resource-policy-restrictive',
  title: 'Resource policies of REST APIs do not let everybody in',
  resource: restApi,
  risk: 'A policy that lets everybody in limits nothing: one method without an authorizer is enough, and whatever is behind it is called by strangers.',
  fix: {
    text: 'Name in the policy the accounts, addresses or VPC endpoints that call the API, or deny all others, then deploy it to its stages: until then they answer as before. Callers that are not let in get 403.',
  },
  references: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies.html',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html',
  ],
  evaluate(api, { now }) {
    const { name, policy, account } = api;
    const place = placeOf(api);
    if (policy === undefined)
      // https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-api-create.html
      return place === 'private'
        ? pass(`${name} is private and has no resource policy, without which nobody calls it`)
        : notApplicable(`${name} has no resource policy: what authorizes its methods decides who calls it`);
    // The policy is judged, and not what its methods ask besides: how far it lets callers that show nothing.
    const found = exposure(
      { kind: 'apigateway', arn: executeArn(api, '').slice(0, -1), policy, authorization: ['NONE'] },
      { account, now: new Date(now) },
    );
    const verdict = exposedTo(found);
    const proof = provedBy(found);
    // What a condition that could not be decided leaves open is no proof of either.
    if (verdict === 'unknown' || (verdict === 'conditional' && found.unknown.length > 0)) return undecided(name, found);
    if (verdict === 'public' || verdict === 'any-account' || verdict === 'conditional') {
      const everybody = place === 'private' ? 'whoever has a VPC endpoint' : 'everybody';
      const whom = {
        public: everybody,
        'any-account': place === 'private' ? everybody : 'every AWS account',
        conditional: 'strangers who meet a condition',
      }[verdict];
      return fail(
        `${name} has a resource policy that lets ${whom} in${proof === undefined ? '' : `: ${proof}`}; expected callers that it names`,
        exposureEvidence(found),
      );
    }
    return pass(`${name} has a resource policy that lets no strangers in`, exposureEvidence(found));
  },
});
