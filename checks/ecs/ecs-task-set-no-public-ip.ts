import { defineCheck, pass } from '../../src/engine/check.ts';
import { addressNetwork } from '../../src/judgements/network/network.ts';
import { publicAddress, taskAddresses } from '../../src/judgements/network/reach/public-address.ts';
import { widenessOf, widenessSettings } from '../../src/judgements/network/wide.ts';
import { placedTasks, taskSet } from '../../src/services/ecs/service-list.ts';

export default defineCheck({
  id: 'ecs-task-set-no-public-ip',
  title: 'Task sets of ECS give their tasks no public addresses',
  resource: taskSet,
  derived: { network: addressNetwork },
  settings: widenessSettings,
  evaluate(set, { derived, settings }) {
    const tasks = placedTasks(set);
    if (tasks === undefined)
      return pass(`${set.name} gives its tasks no addresses of their own: they are not in the network mode awsvpc`);
    return publicAddress({ ...set, ...tasks }, derived.network, widenessOf(settings), taskAddresses);
  },
  exposes: true,
  risk: 'Tasks with public addresses are reached from the internet wherever a security group lets it, past load balancer and firewall.',
  fix: {
    text: 'Have the deployment controller create a task set without public addresses (`assignPublicIp=DISABLED`) in private subnets, then delete this one. A task set cannot be changed.',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-16',
  ],
});
