import check from '../../../checks/cloudwatch/cloudwatch-monitor-vpc-changes.ts';
import { eventSelectorsOf } from '../../../src/services/cloudtrail/event-selectors.ts';
import { monitoredEvents } from '../../../src/judgements/logs/cis-filters.ts';
import { goodTrail } from '../cloudtrail/trails.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { chainCases, chainWith, filterOf, theAccount } from './chain.ts';

checkSuite(check, theAccount, [
  ...chainCases('vpc-changes'),
  {
    when: 'events of EC2-Classic are left out',
    along: chainWith([
      filterOf(
        '{ ($.eventSource = ec2.amazonaws.com) && (($.eventName = CreateVpc) || ($.eventName = DeleteVpc) || ($.eventName = ModifyVpcAttribute) || ($.eventName = AcceptVpcPeeringConnection) || ($.eventName = CreateVpcPeeringConnection) || ($.eventName = DeleteVpcPeeringConnection) || ($.eventName = RejectVpcPeeringConnection)) }',
      ),
    ]),
    expect: 'pass',
  },
  {
    when: 'peering is left out',
    along: chainWith([
      filterOf('{ ($.eventName = CreateVpc) || ($.eventName = DeleteVpc) || ($.eventName = ModifyVpcAttribute) }'),
    ]),
    expect: 'fail',
    message: /matches all of them/,
  },
  {
    when: 'the trail leaves out events of KMS',
    along: chainWith([filterOf(monitoredEvents['vpc-changes'].pattern)], {
      trails: [
        {
          ...goodTrail,
          selectors: eventSelectorsOf({ EventSelectors: [{ ExcludeManagementEventSources: ['kms.amazonaws.com'] }] }),
        },
      ],
    }),
    expect: 'pass',
  },
]);
