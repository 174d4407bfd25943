import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { notShared } from '../../src/services/ec2/ownership.ts';
import { transitGateway } from '../../src/services/ec2/transit-gateway.ts';

export default state(transitGateway, 'ec2-transit-gateway-auto-accept-disabled', {
  title: 'Transit gateways do not accept shared attachments by themselves',
  unless: [notShared],
  at: 'autoAcceptSharedAttachments',
  is: {
    disable: pass('{label} waits for shared attachments to be accepted'),
    enable: fail('{label} accepts shared attachments by itself'),
  },
  unsaid: unknown('EC2 did not say whether {label} accepts shared attachments by itself'),
  risk: 'Any account the gateway is shared with can plug a VPC into the network without anybody looking at it.',
  fix: {
    text: 'Turn off automatic acceptance of shared attachments and accept each attachment after a look at who asks and why.',
    cli: 'aws ec2 modify-transit-gateway --transit-gateway-id {id} --options AutoAcceptSharedAttachments=disable',
    terraform: 'resource "aws_ec2_transit_gateway" "this" {\n  auto_accept_shared_attachments = "disable"\n}',
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/tgw/tgw-transit-gateways.html'],
});
