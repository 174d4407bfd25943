import check from '../../../checks/cloudwatch/cloudwatch-monitor-network-acl-changes.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { chainCases, chainWith, filterOf, theAccount } from './chain.ts';

checkSuite(check, theAccount, [
  ...chainCases('network-acl-changes'),
  {
    when: 'every name with NetworkAcl is counted',
    along: chainWith([
      filterOf(
        '{ $.eventName = *NetworkAcl || $.eventName = *NetworkAclEntry || $.eventName = *NetworkAclAssociation }',
      ),
    ]),
    expect: 'pass',
  },
  {
    when: 'entries are left out',
    along: chainWith([
      filterOf(
        '{ ($.eventName = CreateNetworkAcl) || ($.eventName = DeleteNetworkAcl) || ($.eventName = ReplaceNetworkAclAssociation) }',
      ),
    ]),
    expect: 'fail',
    message: /matches all of them/,
  },
]);
