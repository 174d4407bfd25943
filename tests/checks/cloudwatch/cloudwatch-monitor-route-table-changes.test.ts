import check from '../../../checks/cloudwatch/cloudwatch-monitor-route-table-changes.ts';
import { monitoredEvents } from '../../../src/judgements/logs/cis-filters.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { chainCases, chainWith, filterOf, fineCases, theAccount } from './chain.ts';

checkSuite(check, theAccount, [
  ...chainCases('route-table-changes'),
  ...fineCases(monitoredEvents['route-table-changes'].pattern),
  {
    when: 'every name with Route is counted',
    along: chainWith([
      filterOf(
        '{ $.eventName = *Route || $.eventName = *RouteTable || $.eventName = *RouteTableAssociation || $.eventName = DisassociateRouteTable }',
      ),
    ]),
    expect: 'pass',
  },
  {
    when: 'replaced routes are left out',
    along: chainWith([
      filterOf(
        '{($.eventName=CreateRoute)||($.eventName=CreateRouteTable)||($.eventName=ReplaceRouteTableAssociation)||($.eventName=DeleteRouteTable)||($.eventName=DeleteRoute)||($.eventName=DisassociateRouteTable)}',
      ),
    ]),
    expect: 'fail',
    message: /matches all of them/,
  },
  {
    when: 'two filters together match all',
    along: chainWith([
      filterOf('{ $.eventName = *Route }'),
      filterOf('{ $.eventName = *RouteTable || $.eventName = ReplaceRouteTableAssociation }'),
    ]),
    expect: 'pass',
  },
]);
