import check from '../../../checks/vpc/vpc-s3-gateway-endpoint-exists.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { interfaceEndpoint, plainVpc } from './parts.ts';

const s3 = {
  ...interfaceEndpoint('com.amazonaws.eu-west-1.s3'),
  endpointType: 'Gateway' as const,
  routeTableIds: ['rtb-1'],
};

checkSuite(check, plainVpc, [
  { when: 'a route table uses the endpoint', along: { others: [s3] }, expect: 'pass', message: /vpce-1 in rtb-1/ },
  {
    when: 'it is being made',
    along: { others: [{ ...s3, state: 'pending' }] },
    expect: 'fail',
    message: /its state is pending/,
  },
  {
    when: 'it is an interface endpoint',
    along: { others: [interfaceEndpoint('com.amazonaws.eu-west-1.s3')] },
    expect: 'fail',
  },
  {
    when: 'it is for DynamoDB',
    along: { others: [{ ...s3, serviceName: 'com.amazonaws.eu-west-1.dynamodb' }] },
    expect: 'fail',
  },
  { when: 'another VPC has it', along: { others: [{ ...s3, vpcId: 'vpc-2' }] }, expect: 'fail' },
]);
