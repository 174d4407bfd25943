import check from '../../../checks/cloudwatch/cloudwatch-monitor-route-table-changes.ts';
import { monitoredEvents } from '../../../src/judgements/logs/cis-filters.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { chainCases, chainWith, filterOf, fineCases, theAccount } from './chain.ts';

checkSuite(check, theAccount, [
  ...chainCases('route-table-changes'),
  ...fineCases(monitoredEvents['route-table-changes'].pattern),
  {
    when: 'two filters together match all',
    along: chainWith([
      filterOf('{ $.eventName = *Route }'),
      filterOf('{ $.eventName = *RouteTable || $.eventName = ReplaceRouteTableAssociation }'),
    ]),
    expect: 'pass',
  },
]);
