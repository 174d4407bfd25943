import check from '../../../checks/apigateway/apigateway-rest-api-resource-policy-restrictive.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { allowing, policies, restApi } from './rest-api.ts';

const hidden = { endpointTypes: ['PRIVATE'] };
const saying = (policy: string | undefined, more: object = {}) => ({ policy, ...more });
const own = 'arn:aws:execute-api:*:*:abc123';

checkSuite(check, restApi, [
  {
    when: 'its policy lets everybody in',
    given: saying(policies.everybody),
    expect: 'fail',
    message: /lets everybody in/,
  },
  { when: 'it names the API in full', given: saying(allowing({ Resource: `${own}/*` })), expect: 'fail' },
  {
    when: 'it lets everybody call all but one',
    given: saying(allowing({ Resource: undefined, NotResource: `${own}/prod/GET/x` })),
    expect: 'fail',
  },
  {
    when: 'it lets in all but one account',
    given: saying(allowing({ Principal: undefined, NotPrincipal: { AWS: '999988887777' } })),
    expect: 'fail',
  },
  { when: 'it is of one stage', given: saying(policies.otherStage), expect: 'fail' },
  { when: 'it takes any action by wildcard', given: saying(allowing({ Action: ['EXECUTE-API:*'] })), expect: 'fail' },
  { when: 'its network is every address', given: saying(policies.anyNetwork), expect: 'fail' },
  { when: 'it lets a network in', given: saying(policies.network), expect: 'pass' },
  { when: 'it lets one VPC endpoint in', given: saying(policies.endpoint), expect: 'pass' },
  { when: 'it denies all but one VPC endpoint', given: saying(policies.allButEndpointDenied), expect: 'pass' },
  { when: 'it lets an account in', given: saying(policies.account), expect: 'pass' },
  { when: 'it only denies', given: saying(allowing({ Effect: 'Deny' })), expect: 'pass' },
  { when: 'it cannot be read', given: saying('{'), expect: 'unknown' },
  {
    when: 'it is private and the policy lets everybody in',
    given: saying(policies.everybody, hidden),
    expect: 'fail',
    message: /lets whoever has a VPC endpoint in/,
  },
  { when: 'it is private and for one endpoint', given: saying(policies.endpoint, hidden), expect: 'pass' },
  { when: 'it is private without a policy', given: saying(undefined, hidden), expect: 'pass' },
  { when: 'it has no policy', given: {}, expect: 'not-applicable' },
  {
    when: 'AWS does not say where it is, and it has no policy',
    given: { endpointTypes: [] },
    expect: 'not-applicable',
  },
]);
