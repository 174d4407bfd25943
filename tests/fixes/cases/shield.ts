import { lacks } from '../lacks.ts';
import type { Aws, Build } from '../world.ts';

const unprotected =
  (create: (aws: Aws) => Promise<unknown>): Build =>
  async (aws, front) => {
    front.answer({ service: 'shield', operation: 'GetSubscriptionState' }, { SubscriptionState: 'ACTIVE' });
    await create(aws);
  };

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {
  'shield-classic-load-balancer-advanced-protected': unprotected(
    (aws) =>
      aws`elb create-load-balancer --load-balancer-name web --listeners Protocol=TCP,LoadBalancerPort=80,InstancePort=80 --availability-zones eu-west-1a`,
  ),
  'shield-eip-advanced-protected': unprotected(async (aws) => {
    const image = await aws`ec2 run-instances --image-id ami-12c6146b --query Instances[0].InstanceId --output text`;
    const id = await aws`ec2 allocate-address --query AllocationId --output text`;
    await aws`ec2 associate-address --allocation-id ${id} --instance-id ${image}`;
  }),
  'shield-hosted-zone-advanced-protected': unprotected(
    (aws) => aws`route53 create-hosted-zone --name example.com --caller-reference one`,
  ),
};

export const untried: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      'shield-cloudfront-distribution-advanced-protected',
      'shield-global-accelerator-advanced-protected',
      'shield-load-balancer-advanced-protected',
    ].map((id) => [id, 'The same command as of a hosted zone, with the ARN of the resource']),
  ),
  'shield-advanced-auto-renew-enabled': lacks('shield', 'UpdateSubscription'),
  'shield-advanced-subscription-active': lacks('shield', 'GetSubscriptionState'),
  'shield-emergency-contacts-configured': lacks('shield', 'UpdateEmergencyContactSettings'),
  'shield-proactive-engagement-enabled': lacks('shield', 'AssociateProactiveEngagementDetails'),
  'shield-protection-automatic-response-enabled': lacks('shield', 'EnableApplicationLayerAutomaticResponse'),
  'shield-protection-health-check-associated': lacks('shield', 'AssociateHealthCheck'),
  'shield-response-team-access-configured': lacks('shield', 'AssociateDRTRole'),
  'shield-advanced-protections-exist': 'Which resources are worth it has to be decided',
  'shield-standard-exposed-resources-inventoried': 'A list for a person to go through: there is no command',
};
