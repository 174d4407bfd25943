import { listed } from '../../inventory/listed.ts';
import { ec2 } from './service.ts';
import { tagged } from './tags.ts';

/** A flow log of a VPC, a subnet, a network interface or a transit gateway. */
export const flowLog = listed(ec2, 'AWS::EC2::FlowLog', 'DescribeFlowLogs', {
  at: 'FlowLogs',
  input: { MaxResults: 1000 },
  narrows: { Filter: 'unless given', FlowLogIds: 'unless given' },
  id: ({ FlowLogId }) => FlowLogId,
  keep: {
    ...tagged,
    /** What is logged: `vpc-…`, `subnet-…`, `eni-…`, `tgw-…`. */
    resourceId: 'ResourceId',
    /** `ACTIVE`, or `INACTIVE` where it was switched off by a misconfiguration. */
    status: 'FlowLogStatus',
    trafficType: 'TrafficType',
    /** `SUCCESS` or `FAILED`; absent until something was delivered. */
    deliveryStatus: 'DeliverLogsStatus',
    deliveryError: ({ DeliverLogsErrorMessage: text }) => (text === '' ? undefined : text),
  },
  arn: ({ id }, { partition, region, account }) => `arn:${partition}:ec2:${region}:${account}:vpc-flow-log/${id}`,
});
