import check from '../../../checks/networkfirewall/networkfirewall-vpc-firewall-exists.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { firewall, shared } from './base.ts';

const vpc = { id: 'vpc-1', name: 'vpc-1', ownerId: '111122223333', isDefault: false };
const elsewhere = { ...firewall, details: { ...firewall.details, vpcId: 'vpc-2' } };
const deleting = { ...firewall, details: { ...firewall.details, status: 'DELETING' as const } };
const attached = {
  ...firewall,
  details: { ...firewall.details, vpcId: undefined, at: 'transit gateway' as const },
};
const endpoint = (status: 'READY' | 'DELETING', vpcId = 'vpc-1') => ({
  id: 'association',
  arn: 'arn:aws:network-firewall:eu-west-1:111122223333:vpc-endpoint-association/1',
  ownerId: '111122223333',
  details: { firewallArn: 'arn:aws:network-firewall:eu-west-1:222222222222:firewall/central', vpcId, status },
});
const denied = { actions: ['network-firewall:ListFirewalls'], cause: 'denied' };

checkSuite(check, vpc, [
  { when: 'a firewall is in it', given: {}, along: { firewalls: [elsewhere, firewall] }, expect: 'pass' },
  {
    when: 'firewalls are in other VPCs only',
    given: {},
    along: { firewalls: [elsewhere], endpoints: [endpoint('READY', 'vpc-3')] },
    expect: 'fail',
    message: /has no firewall of Network Firewall in it$/,
  },
  {
    when: 'a firewall of another account has an endpoint in it',
    given: {},
    along: { endpoints: [endpoint('READY')] },
    expect: 'pass',
    message: /has an endpoint of .*222222222222:firewall\/central$/,
  },
  {
    when: 'all of it is being deleted',
    given: {},
    along: { firewalls: [deleting], endpoints: [endpoint('DELETING')] },
    expect: 'fail',
    message: /being deleted/,
  },
  {
    when: 'a firewall is at a transit gateway',
    given: {},
    along: { firewalls: [attached] },
    expect: 'fail',
    message: /whether a transit gateway leads its traffic to egress was not looked at$/,
  },
  {
    when: 'a firewall is in it and endpoints could not be read',
    given: {},
    along: { firewalls: [firewall] },
    unreadAlong: { endpoints: denied },
    expect: 'pass',
  },
  { when: 'it is another account’s', ...shared },
]);
