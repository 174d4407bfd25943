import type { Build } from '../world.ts';

const anew = 'no command: a revision cannot be changed, and the new one is written from what the task needs';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {
  'ecs-service-no-public-ip': async (aws) => {
    await aws`ecs create-cluster --cluster-name shop`;
    await aws`ecs register-task-definition --family web --network-mode awsvpc --container-definitions ${[{ name: 'web', image: 'web', memory: 128 }]}`;
    const vpc = await aws`ec2 create-vpc --cidr-block 10.0.0.0/16 --query Vpc.VpcId --output text`;
    const subnet =
      await aws`ec2 create-subnet --vpc-id ${vpc} --cidr-block 10.0.0.0/24 --query Subnet.SubnetId --output text`;
    const group =
      await aws`ec2 create-security-group --vpc-id ${vpc} --group-name web --description web --query GroupId --output text`;
    const network = { awsvpcConfiguration: { subnets: [subnet], securityGroups: [group], assignPublicIp: 'ENABLED' } };
    await aws`ecs create-service --cluster shop --service-name web --task-definition web --desired-count 0 --network-configuration ${network}`;
  },
};

export const untried: Readonly<Record<string, string>> = {
  'ecs-task-definition-environment-no-secrets': 'The command deletes the revision, and no finding is left of it',
  'ecs-task-definition-efs-transit-encryption-enabled': anew,
  'ecs-task-definition-health-check-defined': anew,
  'ecs-task-definition-host-ipc-not-shared': anew,
  'ecs-task-definition-host-network-not-used': anew,
  'ecs-task-definition-host-network-user-safe': anew,
  'ecs-task-definition-image-not-latest-tag': anew,
  'ecs-task-definition-linux-capabilities-minimal': anew,
  'ecs-task-definition-linux-user-non-root': anew,
  'ecs-task-definition-memory-limit-set': anew,
  'ecs-task-definition-sensitive-host-paths-not-mounted': anew,
  'ecs-task-definition-separate-task-execution-roles': anew,
  'ecs-task-definition-not-privileged': anew,
  'ecs-task-definition-readonly-root-filesystem': anew,
  'ecs-task-definition-logging-configured': anew,
  'ecs-task-definition-host-pid-not-shared': anew,
  'ecs-task-set-no-public-ip':
    'no command: a task set cannot be changed, and its deployment controller makes the new one',
};
