import check from '../../../checks/organizations/organizations-management-account-no-workloads.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { manages, organizationUnread, plainMember, standsAlone } from '../../helpers/standing.ts';

const unread = { actions: ['lambda:ListFunctions'], cause: 'lambda:ListFunctions denied' };
/** Of these the check looks at the name, the ARN and the state. */
const named = (name: string, more: object = {}) =>
  [{ id: name, name, arn: `arn:aws:x:eu-west-1:111122223333:${name}`, ...more }] as never;

checkSuite(check, { id: '111122223333', name: 'The organization' }, [
  {
    when: 'nothing runs in it',
    along: manages(),
    expect: 'pass',
    message: /no EC2 instance, Lambda function, load balancer/,
  },
  {
    when: 'an instance runs in it',
    along: { ...manages(), instances: named('i-1', { state: 'running' }) },
    expect: 'fail',
    message: /1 EC2 instance/,
  },
  {
    when: 'a terminated instance is still listed',
    along: { ...manages(), instances: named('i-1', { state: 'terminated' }) },
    expect: 'pass',
  },
  {
    when: 'a function is in it, and load balancers were not read',
    along: { ...manages(), functions: named('orders') },
    unreadAlong: { loadBalancers: unread },
    expect: 'fail',
  },
  {
    when: 'the only function is one of Control Tower',
    along: { ...manages(), functions: named('aws-controltower-NotificationForwarder') },
    expect: 'pass',
  },
  { when: 'functions were not read', along: manages(), unreadAlong: { functions: unread }, expect: 'unknown' },
  {
    when: 'a region was not read',
    along: manages(),
    unreadRegions: ['eu-north-1'],
    expect: 'unknown',
    message: /eu-north-1/,
  },
  {
    when: 'it is a member',
    along: { ...plainMember, instances: named('i-1', { state: 'running' }) },
    expect: 'not-applicable',
  },
  { when: 'it stands alone', along: standsAlone, expect: 'not-applicable' },
  { when: 'nothing of the organization was read', unreadAlong: organizationUnread, expect: 'unknown' },
]);
