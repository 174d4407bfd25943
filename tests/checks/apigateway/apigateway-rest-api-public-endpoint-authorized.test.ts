import check from '../../../checks/apigateway/apigateway-rest-api-public-endpoint-authorized.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { method, policies, restApi, stageOf } from './rest-api.ts';

const along = { stages: [stageOf('abc123', 'prod')] };

checkSuite(
  check,
  { ...restApi, methods: [method('GET', 'NONE')] },
  [
    { when: 'a method is open to everybody', given: {}, expect: 'fail' },
    { when: 'it is edge-optimized', given: { endpointTypes: ['EDGE'] }, expect: 'fail' },
    { when: 'each method asks', given: { methods: [method('GET', 'AWS_IAM')] }, expect: 'pass' },
    {
      when: 'OPTIONS alone is open',
      given: { methods: [method('GET', 'CUSTOM'), method('OPTIONS', 'NONE')] },
      expect: 'pass',
    },
    {
      when: 'it takes an API key alone',
      given: { methods: [method('GET', 'NONE', { apiKeyRequired: true })] },
      expect: 'fail',
    },
    {
      when: 'its policy lets everybody in',
      given: { policy: policies.everybody },
      expect: 'fail',
      message: /lets everybody/,
    },
    { when: 'its policy lets all addresses in', given: { policy: policies.anyNetwork }, expect: 'fail' },
    { when: 'its policy lets a network in', given: { policy: policies.network }, expect: 'pass' },
    { when: 'its policy lets an account in', given: { policy: policies.account }, expect: 'pass' },
    { when: 'its policy is of OPTIONS', given: { policy: policies.otherMethods }, expect: 'pass' },
    { when: 'its policy is of another stage', given: { policy: policies.otherStage }, expect: 'pass' },
    { when: 'its policy cannot be read', given: { policy: '{' }, expect: 'unknown' },
    {
      when: 'the policy keeps strangers from one method, and of another AWS does not say',
      given: { policy: policies.network, methods: [method('GET', 'NONE'), method('PUT', undefined)] },
      expect: 'unknown',
    },
    { when: 'it is private', given: { endpointTypes: ['PRIVATE'] }, expect: 'not-applicable' },
    { when: 'AWS does not say where it is', given: { endpointTypes: [] }, expect: 'unknown' },
    { when: 'it has no methods', given: { methods: [] }, expect: 'not-applicable' },
    { when: 'it was deleted', given: { methods: undefined }, expect: 'not-applicable' },
  ].map((each) => ({ along, ...each })) as never,
);
