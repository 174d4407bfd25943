import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { shell } from '../../src/text/shell.ts';
import { ecsService } from '../../src/services/ecs/service-list.ts';

export default state(ecsService, 'ecs-service-no-public-ip', {
  title: 'Services of ECS give their tasks no public addresses',
  at: 'publicIp.assigned',
  is: {
    ENABLED: fail('{label} gives its tasks public addresses; expected private ones'),
    DISABLED: pass('{label} gives its tasks no public addresses'),
  },
  absent: pass('{label} gives its tasks no addresses of their own: they are not in the network mode awsvpc'),
  unsaid: unknown('AWS does not say whether {label} gives its tasks public addresses'),
  unless: [
    { at: 'controller', is: ['EXTERNAL'], because: '{label} is deployed by task sets, which have their own addresses' },
  ],
  exposes: true,
  risk: 'Tasks with public addresses are reached from the internet wherever a security group lets it, past load balancer and firewall.',
  fix: {
    text: 'Move the service to private subnets with a NAT gateway, or with endpoints of the services that it needs (ECR, S3, CloudWatch Logs), without public addresses. ECS replaces its tasks. In public subnets tasks without public addresses cannot pull images.',
    exact: ({ name, cluster, network }) =>
      cluster === undefined || network === undefined
        ? {}
        : {
            cli: shell`aws ecs update-service --cluster ${cluster} --service ${name} --network-configuration ${{
              awsvpcConfiguration: { ...network, assignPublicIp: 'DISABLED' },
            }}`,
            note: 'The command keeps its subnets and security groups: see to their way out first.',
          },
  },
  references: [
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-2',
  ],
});
