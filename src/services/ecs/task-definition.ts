import { resource } from '../../inventory/resource.ts';
import { namedCredentials } from '../../secrets/named-credentials.ts';
import { findSecrets } from '../../secrets/find.ts';
import { ecs } from './service.ts';

/**
 * What Security Hub's ECS.8 looks for
 * (https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-8).
 */
const credentialNames = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'ECS_ENGINE_AUTH_DATA'];

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
      const answer = await api.call('DescribeTaskDefinition', { taskDefinition: arn });
      const containers = answer.taskDefinition?.containerDefinitions;
      if (containers === undefined) {
        throw Object.assign(new Error('DescribeTaskDefinition gives no containers'), { name: 'MalformedAnswer' });
      }
      return Promise.all(
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
    },
  }),
}));

/** `arn:aws:ecs:eu-west-1:111122223333:task-definition/web:7` is revision 7 of `web`. */
function partsOf(arn: string): { family: string; revision: number } {
  const match = /:task-definition\/([^/:]+):(\d+)$/.exec(arn);
  if (match?.[1] === undefined) {
    throw Object.assign(new Error('ListTaskDefinitions gives an ARN without family or revision'), {
      name: 'MalformedAnswer',
    });
  }
  return { family: match[1], revision: Number(match[2]) };
}
