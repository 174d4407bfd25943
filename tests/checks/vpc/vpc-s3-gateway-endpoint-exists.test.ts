import check from '../../../checks/vpc/vpc-s3-gateway-endpoint-exists.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { interfaceEndpoint, plainVpc } from './parts.ts';

const s3 = {
  ...interfaceEndpoint('com.amazonaws.eu-west-1.s3'),
  endpointType: 'Gateway' as const,
  routeTableIds: ['rtb-1'],
};

checkSuite(check, plainVpc, [
  { when: 'a route table uses the endpoint', along: { endpoints: [s3] }, expect: 'pass', message: /vpce-1 in rtb-1/ },
  { when: 'it has none', expect: 'fail', message: /no gateway endpoint for S3/ },
  {
    when: 'no route table uses it',
    along: { endpoints: [{ ...s3, routeTableIds: [] }] },
    expect: 'fail',
    message: /no route table uses it/,
  },
  {
    when: 'it is being made',
    along: { endpoints: [{ ...s3, state: 'pending' }] },
    expect: 'fail',
    message: /its state is pending/,
  },
  {
    when: 'it is an interface endpoint',
    along: { endpoints: [interfaceEndpoint('com.amazonaws.eu-west-1.s3')] },
    expect: 'fail',
  },
  {
    when: 'it is for DynamoDB',
    along: { endpoints: [{ ...s3, serviceName: 'com.amazonaws.eu-west-1.dynamodb' }] },
    expect: 'fail',
  },
  { when: 'another VPC has it', along: { endpoints: [{ ...s3, vpcId: 'vpc-2' }] }, expect: 'fail' },
  { when: 'another account owns the VPC', given: { ownerId: '444455556666' }, expect: 'not-applicable' },
]);
