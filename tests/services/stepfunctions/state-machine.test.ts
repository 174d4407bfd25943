import { describe, expect, it } from 'vitest';
import { stateMachine } from '../../../src/services/stepfunctions/state-machine.ts';
import { expectNoSecret, planted } from '../../helpers/planted.ts';
import { awsError, collectType } from '../../helpers/resource-suite.ts';

const arn = (name: string): string => `arn:aws:states:eu-west-1:111122223333:stateMachine:${name}`;
const one = { ListStateMachines: { stateMachines: [{ name: 'a', stateMachineArn: arn('a'), type: 'STANDARD' }] } };
const definition = (parameters: object): string =>
  JSON.stringify(
    { StartAt: 'Call', States: { Call: { Type: 'Task', Parameters: parameters, End: true } } },
    undefined,
    2,
  );

describe('AWS::StepFunctions::StateMachine', () => {
  it('tells kind and place of a secret in the definition and keeps no text', async () => {
    const text = definition({ FunctionName: 'f', password: planted.password });
    const { records, sent } = await collectType(stateMachine, ['definitionSecrets'], {
      ...one,
      DescribeStateMachine: { name: 'a', definition: text, status: 'ACTIVE' },
    });
    expect(sent.at(-1)?.input).toEqual({ stateMachineArn: arn('a') });
    const line = text.split('\n').findIndex((each) => each.includes('"password"')) + 1;
    expect(records[0]?.outcomes['definitionSecrets']).toMatchObject({
      kind: 'present',
      value: [{ kind: 'password', where: { line }, confidence: 'high' }],
    });
    expectNoSecret(JSON.stringify(records));
  });

  it('finds none where the definition takes the value from its input', async () => {
    const { records } = await collectType(stateMachine, ['definitionSecrets'], {
      ...one,
      DescribeStateMachine: { definition: definition({ 'password.$': '$.secret.password' }) },
    });
    expect(records[0]?.outcomes['definitionSecrets']).toEqual({ kind: 'present', value: [] });
  });

  it.each([
    [
      'denied',
      awsError('AccessDeniedException', 'no', 400),
      { kind: 'denied', actions: ['states:DescribeStateMachine'] },
    ],
    [
      'denied by its key',
      awsError('KmsAccessDeniedException', 'no', 400),
      { kind: 'failed', code: 'KmsAccessDeniedException' },
    ],
    ['empty', {}, { kind: 'failed', code: 'MalformedAnswer' }],
  ])('takes a definition that is %s for no fact', async (_what, answer, expected) => {
    const { records } = await collectType(stateMachine, ['definitionSecrets'], {
      ...one,
      DescribeStateMachine: answer,
    });
    expect(records[0]?.outcomes['definitionSecrets']).toMatchObject(expected);
  });

  it('reads tags', async () => {
    const { records } = await collectType(stateMachine, ['tags'], {
      ...one,
      ListTagsForResource: { tags: [{ key: 'team', value: 'shop' }] },
    });
    expect(records[0]?.outcomes['tags']).toEqual({ kind: 'present', value: { team: 'shop' } });
  });
});
