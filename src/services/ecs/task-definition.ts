import type { TaskDefinition } from '@aws-sdk/client-ecs';
import type { Api } from '../../aws/api.ts';
import { MalformedAnswer } from '../../aws/errors.ts';
import { resource } from '../../inventory/resource.ts';
import { namedCredentials } from '../../secrets/named-credentials.ts';
import { findSecrets } from '../../secrets/find.ts';
import { ecs } from './service.ts';

/**
 * What Security Hub's ECS.8 looks for
 * (https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-8).
 */
const credentialNames = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'ECS_ENGINE_AUTH_DATA'];

/** What Windows containers do not have: privileges, namespaces of the host, read-only root file systems. */
export const ofWindows = {
  at: 'definition.windows',
  is: [true],
  because: '{label} runs Windows containers, which do not have this',
} as const;

/** The newest active revision of each family. Older ones are not listed: a family can have thousands. */
export const taskDefinition = resource(ecs, 'AWS::ECS::TaskDefinition', {
  calls: ['ListTaskDefinitions'],
  narrows: { ListTaskDefinitions: { familyPrefix: 'unless given', status: 'asked' } },
  tagsFrom: 'tags',
  async *list(api) {
    const newest = new Map<string, { revision: number; arn: string }>();
    for await (const { taskDefinitionArns } of api.pages('ListTaskDefinitions', {
      status: 'ACTIVE',
      maxResults: 100,
    })) {
      for (const arn of taskDefinitionArns ?? []) {
        const { family, revision } = partsOf(arn);
        if (revision > (newest.get(family)?.revision ?? 0)) newest.set(family, { revision, arn });
      }
    }
    for (const [family, { revision, arn }] of newest) yield { id: `${family}:${revision}`, arn, family, revision };
  },
}).facets((facet) => ({
  tags: facet.call('ListTagsForResource', {
    input: ({ arn }) => ({ resourceArn: arn }),
    keep: ({ tags }) => Object.fromEntries((tags ?? []).map(({ key = '', value = '' }) => [key, value])),
  }),
  /** Secrets in the environment of each container: kinds and names, no values. */
  environmentSecrets: facet({
    calls: ['DescribeTaskDefinition'],
    async read(api, { arn }) {
      return (await definitionOf(api, arn)).environmentSecrets;
    },
  }),
  /** How its containers run. */
  definition: facet({
    calls: ['DescribeTaskDefinition'],
    async read(api, { arn }) {
      return (await definitionOf(api, arn)).definition;
    },
  }),
}));

/** One answer for both facets, of which the values of variables are not kept. */
const definitionOf = (
  api: Api<typeof import('@aws-sdk/client-ecs'), 'DescribeTaskDefinition'>,
  arn: string | undefined,
) =>
  api.once(`definition ${arn}`, async () => {
    const { taskDefinition } = await api.call('DescribeTaskDefinition', { taskDefinition: arn });
    const containers = taskDefinition?.containerDefinitions;
    if (containers === undefined) throw new MalformedAnswer('DescribeTaskDefinition gives no containers');
    const environmentSecrets = await Promise.all(
      containers.map(async ({ name = '', environment = [] }) => {
        const values = environment.map((each) => ({ name: each.name ?? '', value: each.value ?? '' }));
        const found = await findSecrets(values);
        return {
          container: name,
          variables: values.length,
          secrets: [...found, ...namedCredentials(values, credentialNames, found)],
        };
      }),
    );
    return {
      environmentSecrets,
      definition: {
        /** `host`, or `task` where its containers share one; left out where each has its own. */
        pidMode: taskDefinition?.pidMode,
        ipcMode: taskDefinition?.ipcMode,
        networkMode: taskDefinition?.networkMode,
        taskRole: taskDefinition?.taskRoleArn,
        /** Whether the role that it runs with is also the one that it is started with; undefined without one. */
        oneRole:
          taskDefinition?.taskRoleArn === undefined
            ? undefined
            : taskDefinition.taskRoleArn === taskDefinition.executionRoleArn,
        /** Whether the task as a whole has a limit of memory. */
        limited: taskDefinition?.memory !== undefined,
        // A definition without volumes has no list: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinition.html
        efs: (taskDefinition?.volumes ?? []).flatMap(({ name, efsVolumeConfiguration: efs }) =>
          efs === undefined ? [] : [{ name, transit: efs.transitEncryption }],
        ),
        // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HostVolumeProperties.html
        hostPaths: (taskDefinition?.volumes ?? []).flatMap(({ host }) => host?.sourcePath ?? []),
        windows: isWindows(taskDefinition),
        containers: containers.map(({ name = '', privileged, readonlyRootFilesystem, logConfiguration, ...more }) => ({
          name,
          privileged,
          readonlyRootFilesystem,
          logDriver: logConfiguration?.logDriver,
          user: more.user,
          image: more.image,
          /** Capabilities of the kernel that it gets besides those of every container. */
          capabilities: more.linuxParameters?.capabilities?.add,
          limited: more.memory !== undefined || more.memoryReservation !== undefined,
          healthCheck: more.healthCheck !== undefined,
        })),
      },
    };
  });

/**
 * Whether its containers are of Windows: as its platform says, or, on instances of one's own, which need not say it, as its
 * placement does (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/windows_task_definitions.html).
 */
const isWindows = (definition: TaskDefinition | undefined): boolean =>
  definition?.runtimePlatform?.operatingSystemFamily?.startsWith('WINDOWS') === true ||
  definition?.placementConstraints?.some(({ expression = '' }) => /ecs\.os-type\s*==\s*windows/i.test(expression)) ===
    true;

/** `arn:aws:ecs:eu-west-1:111122223333:task-definition/web:7` is revision 7 of `web`. */
function partsOf(arn: string): { family: string; revision: number } {
  const match = /:task-definition\/([^/:]+):(\d+)$/.exec(arn);
  if (match?.[1] === undefined)
    throw new MalformedAnswer('ListTaskDefinitions gives an ARN without family or revision');
  return { family: match[1], revision: Number(match[2]) };
}

/** Whether a container runs as root: it says so, or leaves it to the image, which does unless it says otherwise. */
export const isRoot = (user: string | undefined): boolean => user === undefined || /^(?:root|0)(?::.*)?$/.test(user);
