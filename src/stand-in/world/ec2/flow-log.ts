import { answers, here } from '../../answers.ts';
import { daysAgo } from '../../facts.ts';

export default answers('ec2', {
  DescribeFlowLogs: here({
    FlowLogs: [
      {
        FlowLogId: 'fl-a1',
        FlowLogStatus: 'ACTIVE',
        ResourceId: 'vpc-a1',
        TrafficType: 'ALL',
        DeliverLogsStatus: 'SUCCESS',
        LogDestinationType: 'cloud-watch-logs',
        CreationTime: daysAgo(9),
      },
    ],
  }),
});
