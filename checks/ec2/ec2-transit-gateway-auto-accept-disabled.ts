import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { isShared, sharedReason } from '../../src/services/ec2/ownership.ts';
import { labelOf } from '../../src/services/ec2/tags.ts';
import { transitGateway } from '../../src/services/ec2/transit-gateway.ts';

export default defineCheck({
  id: 'ec2-transit-gateway-auto-accept-disabled',
  title: 'Transit gateways do not accept shared attachments by themselves',
  resource: transitGateway,
  risk: 'Any account the gateway is shared with can plug a VPC into the network without anybody looking at it.',
  fix: {
    text: 'Turn off automatic acceptance of shared attachments and accept each attachment after a look at who asks and why.',
    cli: 'aws ec2 modify-transit-gateway --transit-gateway-id {id} --options AutoAcceptSharedAttachments=disable --region {region}',
    terraform: 'resource "aws_ec2_transit_gateway" "this" {\n  auto_accept_shared_attachments = "disable"\n}',
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/tgw/tgw-transit-gateways.html'],
  evaluate(subject) {
    const { autoAcceptSharedAttachments: setting } = subject;
    const name = labelOf(subject);
    if (isShared(subject)) return notApplicable(sharedReason(subject));
    if (setting === undefined) return unknown(`EC2 did not say whether ${name} accepts shared attachments by itself`);
    return setting === 'disable'
      ? pass(`${name} waits for shared attachments to be accepted`)
      : fail(`${name} accepts shared attachments by itself`, { autoAcceptSharedAttachments: setting });
  },
});
