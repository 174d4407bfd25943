import { along, defineCheck, fail, notApplicable, pass } from '../../src/engine/check.ts';
import { flowLog } from '../../src/services/ec2/flow-log.ts';
import { indexOf } from '../../src/judgements/network/lookup.ts';
import { isShared, sharedReason } from '../../src/services/ec2/ownership.ts';
import { subnet } from '../../src/services/ec2/subnet.ts';
import { labelOf } from '../../src/services/ec2/tags.ts';
import { vpc } from '../../src/services/ec2/vpc.ts';

export default defineCheck({
  id: 'vpc-flow-logs-enabled',
  title: 'VPCs have flow logs that record rejected traffic',
  resource: vpc,
  along: {
    flowLogs: along(flowLog, { reach: 'region', witness: true }),
    subnets: along(subnet, { reach: 'region', witness: true }),
  },
  settings: {
    trafficTypes: {
      type: 'strings',
      default: ['ALL', 'REJECT'],
      describe: 'traffic types of a flow log that are enough',
    },
  },
  risk: 'Without flow logs nobody can tell who scanned, entered or took data out of the network, neither while it happens nor afterwards.',
  fix: {
    text: 'Create a flow log for the VPC, of rejected traffic at least, better of all, to CloudWatch Logs or S3. Delivery to the bucket adds to its policy, and both cost by the gigabyte.',
    cli: 'aws ec2 create-flow-logs --resource-type VPC --resource-ids {id} --traffic-type ALL --log-destination-type s3 --log-destination BUCKET_ARN',
    terraform:
      'resource "aws_flow_log" "this" {\n  vpc_id               = "{id}"\n  traffic_type         = "ALL"\n  log_destination_type = "s3"\n  log_destination      = aws_s3_bucket.flow_logs.arn\n}',
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html'],
  evaluate(subject, { along: { flowLogs, subnets }, settings: { trafficTypes } }) {
    if (isShared(subject)) return notApplicable(sharedReason(subject));
    const name = labelOf(subject);
    const logsOf = indexOf(flowLogs, 'resource', ({ resourceId }) => (resourceId === undefined ? [] : [resourceId]));
    const faultOf = (log: (typeof flowLogs)[number]): string | undefined => {
      if (log.status !== 'ACTIVE') return `${log.id} is not active`;
      if (log.deliveryStatus === 'FAILED')
        return `${log.id} cannot deliver (${log.deliveryError ?? 'no reason given'})`;
      if (!trafficTypes.includes(log.trafficType ?? ''))
        return `${log.id} records ${log.trafficType ?? 'no known'} traffic only`;
      return undefined;
    };
    const own = logsOf.get(subject.id) ?? [];
    const good = own.find((log) => faultOf(log) === undefined);
    if (good !== undefined)
      return pass(`${name} is recorded by flow log ${good.id}`, { flowLog: good.id, trafficType: good.trafficType });
    const inside = indexOf(subnets, 'vpc', ({ vpcId }) => (vpcId === undefined ? [] : [vpcId])).get(subject.id) ?? [];
    const covered = inside.filter(({ id }) => (logsOf.get(id) ?? []).some((log) => faultOf(log) === undefined));
    if (inside.length > 0 && covered.length === inside.length) {
      return pass(`${name} is recorded by flow logs of each of its subnets`, { subnets: covered.length });
    }
    const expected = `expected an active one of ${trafficTypes.join(' or ')} traffic`;
    const partly = covered.length === 0 ? '' : `, ${covered.length} of its ${inside.length} subnets have one`;
    return own.length === 0
      ? fail(`${name} has no flow log${partly}; ${expected}`)
      : fail(`${name} has no working flow log: ${own.map(faultOf).join(', ')}; ${expected}`, {
          flowLogs: own.map(({ id }) => id),
        });
  },
});
