import { defineCheck, notApplicable, pass } from '../../src/engine/check.ts';
import { addressNetwork } from '../../src/judgements/network/network.ts';
import { publicAddress, taskAddresses } from '../../src/judgements/network/reach/public-address.ts';
import { widenessOf, widenessSettings } from '../../src/judgements/network/wide.ts';
import { shell } from '../../src/text/shell.ts';
import { ecsService, placedTasks } from '../../src/services/ecs/service-list.ts';

export default defineCheck({
  id: 'ecs-service-no-public-ip',
  title: 'Services of ECS give their tasks no public addresses',
  resource: ecsService,
  derived: { network: addressNetwork },
  settings: widenessSettings,
  evaluate(service, { derived, settings }) {
    const { name, controller } = service;
    if (controller === 'EXTERNAL')
      return notApplicable(`${name} is deployed by task sets, which have their own addresses`);
    const tasks = placedTasks(service);
    if (tasks === undefined)
      return pass(`${name} gives its tasks no addresses of their own: they are not in the network mode awsvpc`);
    return publicAddress({ ...service, ...tasks }, derived.network, widenessOf(settings), taskAddresses);
  },
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
