import check from '../../../checks/vpc/vpc-endpoint-policy-not-public.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { allow, interfaceEndpoint } from './parts.ts';

const sqs = { ...interfaceEndpoint('com.amazonaws.eu-west-1.sqs'), name: 'queues', policySupported: true };

checkSuite(check, sqs, [
  {
    when: 'it has the policy it came with',
    expect: 'fail',
    message: /queues \(vpce-1\) lets principals of every AWS account through to com\.amazonaws\.eu-west-1\.sqs/,
  },
  {
    when: 'anybody may do one thing',
    given: { policy: allow({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' }) },
    expect: 'fail',
  },
  {
    when: 'every account is named by a wildcard',
    given: { policy: allow({ Principal: { AWS: ['*'] } }) },
    expect: 'fail',
  },
  {
    when: 'only the own account may',
    given: { policy: allow({ Principal: { AWS: 'arn:aws:iam::111122223333:root' } }) },
    expect: 'pass',
  },
  {
    when: 'only the organisation may',
    given: { policy: allow({ Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } }) },
    expect: 'pass',
  },
  {
    when: 'only one foreign account may',
    given: { policy: allow({ Principal: { AWS: '444455556666' } }) },
    expect: 'pass',
  },
  {
    when: 'a Deny keeps other accounts out',
    given: {
      policy: allow({}, { Effect: 'Deny', Condition: { StringNotEquals: { 'aws:PrincipalAccount': '111122223333' } } }),
    },
    expect: 'pass',
  },
  {
    when: 'everybody may who comes through the endpoint itself, as every request does',
    given: { policy: allow({ Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-1' } } }) },
    expect: 'fail',
  },
  {
    when: 'everybody may who comes from the VPC, as every request does',
    given: { policy: allow({ Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } } }) },
    expect: 'fail',
  },
  { when: 'it allows nothing', given: { policy: '{"Version":"2012-10-17","Statement":[]}' }, expect: 'pass' },
  {
    when: 'the policy is cut off',
    given: { policy: '{"Statement":[{"Effect":' },
    expect: 'unknown',
    message: /policy of queues \(vpce-1\)/,
  },
  {
    when: 'the service obeys no policy',
    given: { policySupported: false },
    expect: 'not-applicable',
    message: /obeys no endpoint policy/,
  },
  { when: 'it is not known whether the service obeys one', given: { policySupported: undefined }, expect: 'fail' },
  {
    when: 'the service is not one of AWS',
    given: { serviceName: 'com.amazonaws.vpce.eu-west-1.vpce-svc-1' },
    expect: 'not-applicable',
  },
  {
    when: 'the endpoint has no policy',
    given: { policy: undefined, endpointType: 'GatewayLoadBalancer' },
    expect: 'not-applicable',
  },
  { when: 'another account owns the endpoint', given: { ownerId: '444455556666' }, expect: 'not-applicable' },
]);
