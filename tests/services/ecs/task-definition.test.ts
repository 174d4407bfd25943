import { describe, expect, it } from 'vitest';
import { taskDefinition } from '../../../src/services/ecs/task-definition.ts';
import { expectNoSecret, planted } from '../../helpers/planted.ts';
import { awsError, collectType } from '../../helpers/resource-suite.ts';

const arn = (id: string): string => `arn:aws:ecs:eu-west-1:111122223333:task-definition/${id}`;
const one = { ListTaskDefinitions: { taskDefinitionArns: [arn('web:7')] } };

describe('AWS::ECS::TaskDefinition', () => {
  it('lists the newest active revision of each family, whatever the order and the page', async () => {
    const { records, sent } = await collectType(taskDefinition, [], {
      ListTaskDefinitions: ({ nextToken }: { nextToken?: string }) =>
        nextToken === undefined
          ? { taskDefinitionArns: [arn('web:9'), arn('web:10'), arn('batch_1:2')], nextToken: 'more' }
          : { taskDefinitionArns: [arn('web:2'), arn('batch_1:3')] },
    });
    expect(records.map(({ item, arn }) => [item.id, arn])).toEqual([
      ['batch_1:3', arn('batch_1:3')],
      ['web:10', arn('web:10')],
    ]);
    expect(sent.map(({ input }) => input['status'])).toEqual(['ACTIVE', 'ACTIVE']);
  });

  it('names container and variable of a secret and keeps no value', async () => {
    const { records, sent } = await collectType(taskDefinition, ['environmentSecrets'], {
      ...one,
      DescribeTaskDefinition: {
        taskDefinition: {
          containerDefinitions: [
            {
              name: 'app',
              environment: [
                { name: 'STAGE', value: 'prod' },
                { name: 'DB_PASSWORD', value: planted.password },
              ],
              secrets: [{ name: 'API_KEY', valueFrom: 'arn:aws:ssm:eu-west-1:111122223333:parameter/key' }],
            },
            { name: 'sidecar', image: 'x' },
          ],
        },
      },
    });
    expect(sent.at(-1)).toMatchObject({ operation: 'DescribeTaskDefinition', input: { taskDefinition: arn('web:7') } });
    expect(records[0]?.outcomes['environmentSecrets']).toEqual({
      kind: 'present',
      value: [
        {
          container: 'app',
          variables: 2,
          secrets: [{ kind: 'password', where: { name: 'DB_PASSWORD' }, confidence: 'high' }],
        },
        { container: 'sidecar', variables: 0, secrets: [] },
      ],
    });
    expectNoSecret(JSON.stringify(records));
  });

  it.each([
    ['a value that does not look like one', 'AWS_ACCESS_KEY_ID', 'mykey1', 1],
    ['registry credentials', 'ECS_ENGINE_AUTH_DATA', '{"https://index.docker.io/v1/":{"username":"me"}}', 1],
    ['no value', 'AWS_SECRET_ACCESS_KEY', '', 0],
    ['a reference', 'AWS_SECRET_ACCESS_KEY', 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:k-abcdef', 0],
  ])('judges credentials by the name of the variable: %s', async (_what, name, value, count) => {
    const { records } = await collectType(taskDefinition, ['environmentSecrets'], {
      ...one,
      DescribeTaskDefinition: {
        taskDefinition: { containerDefinitions: [{ name: 'app', environment: [{ name, value }] }] },
      },
    });
    const outcome = records[0]?.outcomes['environmentSecrets'] as { value: [{ secrets: unknown[] }] };
    expect(outcome.value[0].secrets).toHaveLength(count);
  });

  it.each([
    [
      'denied',
      awsError('AccessDeniedException', 'no', 403),
      { kind: 'denied', actions: ['ecs:DescribeTaskDefinition'] },
    ],
    ['empty', {}, { kind: 'failed', code: 'MalformedAnswer' }],
  ])('takes an answer that is %s for no fact', async (_what, answer, expected) => {
    const { records } = await collectType(taskDefinition, ['environmentSecrets'], {
      ...one,
      DescribeTaskDefinition: answer,
    });
    expect(records[0]?.outcomes['environmentSecrets']).toMatchObject(expected);
  });

  it('takes an ARN of another form for a malformed answer', async () => {
    const { gap } = await collectType(taskDefinition, [], { ListTaskDefinitions: { taskDefinitionArns: ['web'] } });
    expect(gap).toMatchObject({ kind: 'failed', code: 'MalformedAnswer' });
  });

  it('reads tags', async () => {
    const { records } = await collectType(taskDefinition, ['tags'], {
      ...one,
      ListTagsForResource: { tags: [{ key: 'team', value: 'shop' }] },
    });
    expect(records[0]?.outcomes['tags']).toEqual({ kind: 'present', value: { team: 'shop' } });
  });
});
