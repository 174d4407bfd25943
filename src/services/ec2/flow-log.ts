import { resource } from '../../inventory/resource.ts';
import { ec2 } from './service.ts';
import { nameOf, tagsOf } from './tags.ts';

/** A flow log of a VPC, a subnet, a network interface or a transit gateway. */
export const flowLog = resource(ec2, 'AWS::EC2::FlowLog', {
  calls: ['DescribeFlowLogs'],
  narrows: { DescribeFlowLogs: { Filter: 'unless given', FlowLogIds: 'unless given' } },
  resumable: 'DescribeFlowLogs',
  async *list(api) {
    for await (const { FlowLogs } of api.pages('DescribeFlowLogs', { MaxResults: 1000 })) {
      for (const each of FlowLogs ?? []) {
        if (each.FlowLogId === undefined) continue;
        yield {
          id: each.FlowLogId,
          name: nameOf(each.Tags),
          tags: tagsOf(each.Tags),
          /** What is logged: `vpc-…`, `subnet-…`, `eni-…`, `tgw-…`. */
          resourceId: each.ResourceId,
          /** `ACTIVE`, or `INACTIVE` where it was switched off by a misconfiguration. */
          status: each.FlowLogStatus,
          trafficType: each.TrafficType,
          /** `SUCCESS` or `FAILED`; absent until something was delivered. */
          deliveryStatus: each.DeliverLogsStatus,
          deliveryError: each.DeliverLogsErrorMessage === '' ? undefined : each.DeliverLogsErrorMessage,
        };
      }
    }
  },
  arn: ({ id }, { partition, region, account }) => `arn:${partition}:ec2:${region}:${account}:vpc-flow-log/${id}`,
});
