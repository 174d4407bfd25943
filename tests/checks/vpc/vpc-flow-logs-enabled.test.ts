import check from '../../../checks/vpc/vpc-flow-logs-enabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { plainVpc } from './parts.ts';

const log = {
  id: 'fl-1',
  resourceId: 'vpc-1',
  status: 'ACTIVE',
  trafficType: 'ALL' as const,
  deliveryStatus: 'SUCCESS',
  deliveryError: undefined,
};
const subnet = {
  id: 'subnet-1',
  ownerId: '111122223333',
  vpcId: 'vpc-1',
  cidrs: [],
  assignsPublicIp: undefined,
  internetGatewayBlockMode: undefined,
};
const subnets = [subnet, { ...subnet, id: 'subnet-2' }, { ...subnet, id: 'subnet-3', vpcId: 'vpc-2' }];

checkSuite(check, plainVpc, [
  { when: 'all traffic is logged', along: { flowLogs: [log], subnets }, expect: 'pass', message: /flow log fl-1/ },
  {
    when: 'rejected traffic is logged',
    along: { flowLogs: [{ ...log, trafficType: 'REJECT' }], subnets },
    expect: 'pass',
  },
  {
    when: 'nothing was delivered yet',
    along: { flowLogs: [{ ...log, deliveryStatus: undefined }], subnets },
    expect: 'pass',
  },
  { when: 'there is no flow log', expect: 'fail', message: /has no flow log; expected an active one of ALL or REJECT/ },
  { when: 'another VPC has one', along: { flowLogs: [{ ...log, resourceId: 'vpc-2' }], subnets }, expect: 'fail' },
  {
    when: 'only accepted traffic is logged',
    along: { flowLogs: [{ ...log, trafficType: 'ACCEPT' }], subnets },
    expect: 'fail',
    message: /fl-1 records ACCEPT traffic only/,
  },
  {
    when: 'the setting is content with that',
    along: { flowLogs: [{ ...log, trafficType: 'ACCEPT' }], subnets },
    settings: { trafficTypes: ['ACCEPT'] },
    expect: 'pass',
  },
  {
    when: 'it cannot be delivered',
    along: { flowLogs: [{ ...log, deliveryStatus: 'FAILED', deliveryError: 'Access error' }], subnets },
    expect: 'fail',
    message: /fl-1 cannot deliver \(Access error\)/,
  },
  {
    when: 'it is not active',
    along: { flowLogs: [{ ...log, status: 'INACTIVE' }], subnets },
    expect: 'fail',
    message: /fl-1 is not active/,
  },
  {
    when: 'a second one works',
    along: { flowLogs: [{ ...log, id: 'fl-0', status: 'INACTIVE' }, log], subnets },
    expect: 'pass',
  },
  {
    when: 'each of its subnets is logged',
    along: {
      flowLogs: [
        { ...log, resourceId: 'subnet-1' },
        { ...log, id: 'fl-2', resourceId: 'subnet-2' },
      ],
      subnets,
    },
    expect: 'pass',
    message: /each of its subnets/,
  },
  {
    when: 'one of its subnets is logged',
    along: { flowLogs: [{ ...log, resourceId: 'subnet-1' }], subnets },
    expect: 'fail',
    message: /no flow log, 1 of its 2 subnets have one/,
  },
  {
    when: 'one of its subnets is logged well and one badly',
    along: {
      flowLogs: [
        { ...log, resourceId: 'subnet-1' },
        { ...log, resourceId: 'subnet-2', status: 'INACTIVE' },
      ],
      subnets,
    },
    expect: 'fail',
  },
  { when: 'another account owns the VPC', given: { ownerId: '444455556666' }, expect: 'not-applicable' },
]);
