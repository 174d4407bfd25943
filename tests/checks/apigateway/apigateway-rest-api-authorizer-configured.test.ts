import check from '../../../checks/apigateway/apigateway-rest-api-authorizer-configured.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { method, policies, restApi, stageOf } from './rest-api.ts';

const open = [method('GET', 'NONE')];
const closed = { endpointTypes: ['PRIVATE'], methods: open };
const prod = { stages: [stageOf('abc123', 'prod')] };

checkSuite(check, { ...restApi, methods: [method('GET', 'AWS_IAM')] }, [
  { when: 'methods ask for a signature', given: {}, expect: 'pass' },
  {
    when: 'they ask a function and a user pool',
    given: { methods: [method('GET', 'CUSTOM'), method('ANY', 'COGNITO_USER_POOLS')] },
    expect: 'pass',
  },
  {
    when: 'OPTIONS alone is open, for CORS',
    given: { methods: [method('POST', 'CUSTOM'), method('OPTIONS', 'NONE')] },
    expect: 'pass',
  },
  { when: 'one method is open', given: { methods: [method('GET', 'AWS_IAM'), ...open] }, expect: 'fail' },
  { when: 'ANY is open', given: { methods: [method('ANY', 'NONE')] }, expect: 'fail', message: /ANY \/orders/ },
  {
    when: 'a method takes an API key alone',
    given: { methods: [method('GET', 'NONE', { apiKeyRequired: true })] },
    expect: 'fail',
    message: /GET \/orders\/\{id\} \(with an API key\)/,
  },
  { when: 'the policy limits addresses', given: { methods: open, policy: policies.network }, expect: 'fail' },
  { when: 'it has OPTIONS alone', given: { methods: [method('OPTIONS', 'NONE')] }, expect: 'not-applicable' },
  { when: 'it has no methods', given: { methods: [] }, expect: 'not-applicable' },
  { when: 'it was deleted', given: { methods: undefined }, expect: 'not-applicable' },
  { when: 'AWS does not say how a method asks', given: { methods: [method('GET', undefined)] }, expect: 'unknown' },
  { when: 'a method asks in a way of tomorrow', given: { methods: [method('GET', 'PASSKEY')] }, expect: 'unknown' },
  {
    when: 'one of those is besides an open one',
    given: { methods: [method('PUT', 'PASSKEY'), ...open] },
    expect: 'fail',
  },
  { when: 'AWS does not say where it is', given: { endpointTypes: [], methods: open }, expect: 'unknown' },
  { when: 'it is in a place of tomorrow', given: { endpointTypes: ['LUNAR'], methods: open }, expect: 'unknown' },
  { when: 'it is private without a policy', given: closed, along: prod, expect: 'pass' },
  {
    when: 'it is private and its policy lets everybody in',
    given: { ...closed, policy: policies.everybody },
    along: prod,
    expect: 'fail',
    message: /whoever has a VPC endpoint/,
  },
  { when: 'it lets one endpoint in', given: { ...closed, policy: policies.endpoint }, along: prod, expect: 'pass' },
  {
    when: 'it denies all but one endpoint',
    given: { ...closed, policy: policies.allButEndpointDenied },
    along: prod,
    expect: 'pass',
  },
  { when: 'its policy cannot be read', given: { ...closed, policy: '{' }, along: prod, expect: 'unknown' },
  {
    when: 'its policy is of another stage',
    given: { ...closed, policy: policies.otherStage },
    along: { stages: [stageOf('abc123', 'prod'), stageOf('other', 'test')] },
    expect: 'pass',
  },
  {
    when: 'that stage is its own',
    given: { ...closed, policy: policies.otherStage },
    along: { stages: [stageOf('abc123', 'test')] },
    expect: 'fail',
  },
  {
    when: 'its stages could not be read',
    given: { ...closed, policy: policies.otherStage },
    along: { stages: [] },
    unreadAlong: { stages: { cause: 'AccessDenied', actions: ['apigateway:GET'] } },
    expect: 'unknown',
  },
]);
