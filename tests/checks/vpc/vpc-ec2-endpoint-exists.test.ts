import check from '../../../checks/vpc/vpc-ec2-endpoint-exists.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { interfaceEndpoint, plainVpc } from './parts.ts';

const ec2 = interfaceEndpoint('com.amazonaws.eu-west-1.ec2');

checkSuite(check, plainVpc, [
  {
    when: 'it has the endpoint',
    along: { others: [ec2] },
    expect: 'pass',
    message: /prod \(vpc-1\) has the EC2 endpoint vpce-1/,
  },
  { when: 'it has none', expect: 'fail', message: /no interface endpoint for EC2/ },
  { when: 'another VPC has it', along: { others: [{ ...ec2, vpcId: 'vpc-2' }] }, expect: 'fail' },
  {
    when: 'it has one for another service',
    along: { others: [interfaceEndpoint('com.amazonaws.eu-west-1.ec2messages')] },
    expect: 'fail',
  },
  {
    when: 'it has one for another region',
    along: { others: [interfaceEndpoint('com.amazonaws.eu-west-2.ec2')] },
    expect: 'fail',
  },
  {
    when: 'the endpoint is not there yet',
    along: { others: [{ ...ec2, state: 'pending' }] },
    expect: 'fail',
    message: /its state is pending/,
  },
  {
    when: 'it failed and a second one works',
    along: { others: [{ ...ec2, id: 'vpce-0', state: 'failed' }, ec2] },
    expect: 'pass',
  },
  {
    when: 'it is in China',
    given: { region: 'cn-north-1' },
    along: { others: [interfaceEndpoint('cn.com.amazonaws.cn-north-1.ec2')] },
    expect: 'pass',
  },
  { when: 'another account owns the VPC', given: { ownerId: '444455556666' }, expect: 'not-applicable' },
]);
