import type { Service, TaskSet } from '@aws-sdk/client-ecs';
import type { Api } from '../../aws/api.ts';
import { resource } from '../../inventory/resource.ts';
import { ecs } from './service.ts';

type ServicesApi = Api<typeof import('@aws-sdk/client-ecs'), 'ListClusters' | 'ListServices' | 'DescribeServices'>;

/** Services are told ten at a time: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServices.html */
const atOnce = 10;

/** The services of all clusters, with their task sets: asked once per region. */
const servicesOf = (api: ServicesApi): Promise<readonly Service[]> =>
  api.once('services', async () => {
    const found: Service[] = [];
    for await (const { clusterArns } of api.pages('ListClusters', { maxResults: 100 }))
      for (const cluster of clusterArns ?? []) {
        const arns: string[] = [];
        for await (const page of api.pages('ListServices', { cluster, maxResults: 100 }))
          arns.push(...(page.serviceArns ?? []));
        for (let at = 0; at < arns.length; at += atOnce) {
          const { services, failures } = await api.call('DescribeServices', {
            cluster,
            services: arns.slice(at, at + atOnce),
          });
          // MISSING: deleted since it was listed.
          const other = failures?.find(({ reason }) => reason !== 'MISSING');
          if (other !== undefined)
            throw Object.assign(new Error(`DescribeServices: ${other.reason ?? 'no reason'}`), { name: 'Incomplete' });
          found.push(...(services ?? []));
        }
      }
    return found;
  });

const calls = ['ListClusters', 'ListServices', 'DescribeServices'] as const;
const often = { ListServices: 'per cluster', DescribeServices: 'per 10 services' } as const;
const narrows = {
  ListServices: {
    cluster: 'asked',
    launchType: 'unless given',
    schedulingStrategy: 'unless given',
    resourceManagementType: 'unless given',
  },
  DescribeServices: { cluster: 'asked', services: 'asked', include: 'unless given' },
} as const;

/** `awsvpc` tasks alone have network settings. */
const publicIpOf = ({ networkConfiguration }: Service | TaskSet) => {
  const network = networkConfiguration?.awsvpcConfiguration;
  return network === undefined ? undefined : { assigned: network.assignPublicIp };
};

/** Where its tasks are, as a command that changes something else has to say it again. */
const networkOf = ({ networkConfiguration }: Service | TaskSet) => {
  const network = networkConfiguration?.awsvpcConfiguration;
  return network && { subnets: network.subnets, securityGroups: network.securityGroups };
};

export const ecsService = resource(ecs, 'AWS::ECS::Service', {
  calls,
  often,
  narrows,
  async *list(api) {
    for (const service of await servicesOf(api)) {
      const { serviceArn: arn, serviceName: id, clusterArn, deploymentController, status } = service;
      if (arn === undefined || id === undefined || status === 'INACTIVE') continue;
      yield {
        id,
        arn,
        cluster: clusterArn?.split('/').at(-1),
        controller: deploymentController?.type,
        publicIp: publicIpOf(service),
        network: networkOf(service),
      };
    }
  },
});

/** What a deployment controller outside ECS (or CodeDeploy) deploys; a task set has network settings of its own. */
export const taskSet = resource(ecs, 'AWS::ECS::TaskSet', {
  calls,
  often: { ...often, ListClusters: 'once', ListServices: 'per cluster' },
  narrows,
  async *list(api) {
    for (const { serviceName, taskSets, status } of await servicesOf(api)) {
      if (status === 'INACTIVE') continue;
      // Of deployments outside ECS alone: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Service.html
      for (const set of taskSets ?? [])
        if (set.taskSetArn !== undefined && set.id !== undefined)
          yield {
            id: set.id,
            arn: set.taskSetArn,
            service: serviceName,
            publicIp: publicIpOf(set),
            network: networkOf(set),
          };
    }
  },
});

type AssignPublicIp = NonNullable<ReturnType<typeof publicIpOf>>['assigned'];

/** Tasks as what is in subnets of the account; undefined: they have no addresses of their own. What a value that is not known means is undefined too. */
export const placedTasks = ({
  publicIp,
  network,
}: {
  readonly publicIp: { readonly assigned: AssignPublicIp } | undefined;
  readonly network?: ReturnType<typeof networkOf>;
}) =>
  publicIp && {
    vpcId: undefined,
    subnetIds: network?.subnets,
    // Who names none gets the default one of the VPC: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html
    groupIds:
      network === undefined || (network.securityGroups?.length ?? 0) > 0
        ? network?.securityGroups
        : ('default' as const),
    // What their containers listen at is the task definition's, which each deployment may change: any port that is let in counts.
    port: undefined,
    publiclyAccessible: ({ ENABLED: true, DISABLED: false } as Readonly<Record<string, boolean>>)[
      publicIp.assigned ?? ''
    ],
  };
