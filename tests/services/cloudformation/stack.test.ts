import { describe, expect, it } from 'vitest';
import { stack } from '../../../src/services/cloudformation/stack.ts';
import { expectNoSecret, planted } from '../../helpers/planted.ts';
import { awsError, collectType } from '../../helpers/resource-suite.ts';

const arn = (name: string): string => `arn:aws:cloudformation:eu-west-1:111122223333:stack/${name}/0a1b2c3d`;
const given = (name: string, more: object = {}) => ({
  StackName: name,
  StackId: arn(name),
  StackStatus: 'CREATE_COMPLETE',
  CreationTime: new Date(0),
  ...more,
});

describe('AWS::CloudFormation::Stack', () => {
  it('lists the stacks of every page, asks once, and keeps no output or parameter in the items', async () => {
    const { records, sent } = await collectType(stack, ['outputSecrets', 'parameterSecrets'], {
      DescribeStacks: ({ NextToken }: { NextToken?: string }) =>
        NextToken === undefined
          ? {
              Stacks: [
                given('a', {
                  Outputs: [{ OutputKey: 'Url', OutputValue: 'https://example.com' }],
                  Tags: [{ Key: 'team', Value: 'shop' }],
                }),
              ],
              NextToken: 'more',
            }
          : { Stacks: [given('b')] },
    });
    expect(records.map(({ item }) => item)).toEqual([
      { id: 'a', arn: arn('a'), status: 'CREATE_COMPLETE', tags: { team: 'shop' } },
      { id: 'b', arn: arn('b'), status: 'CREATE_COMPLETE', tags: {} },
    ]);
    expect(sent).toHaveLength(2);
    expect(records[0]?.outcomes).toEqual({
      outputSecrets: { kind: 'present', value: { values: 1, secrets: [] } },
      parameterSecrets: { kind: 'present', value: { values: 0, secrets: [] } },
    });
  });

  it('names outputs and parameters that hold secrets and keeps no value', async () => {
    const { records } = await collectType(stack, ['outputSecrets', 'parameterSecrets'], {
      DescribeStacks: {
        Stacks: [
          given('a', {
            Outputs: [
              { OutputKey: 'UserName', OutputValue: 'deploy', Description: planted.password },
              { OutputKey: 'SecretKey', OutputValue: planted.awsSecretKey },
            ],
            Parameters: [
              { ParameterKey: 'DBPassword', ParameterValue: planted.password },
              { ParameterKey: 'HiddenPassword', ParameterValue: '****' },
              { ParameterKey: 'Token', ParameterValue: '/prod/token', ResolvedValue: planted.githubToken },
            ],
          }),
        ],
      },
    });
    expect(records[0]?.outcomes).toMatchObject({
      outputSecrets: { value: { values: 2, secrets: [{ where: { name: 'SecretKey' } }] } },
      parameterSecrets: {
        value: { values: 3, secrets: [{ where: { name: 'DBPassword' } }, { where: { name: 'Token' } }] },
      },
    });
    expectNoSecret(JSON.stringify(records));
  });

  it('needs both actions to describe all stacks', async () => {
    const { gap } = await collectType(stack, [], { DescribeStacks: awsError('AccessDenied', 'no', 403) });
    expect(gap).toMatchObject({
      kind: 'denied',
      actions: ['cloudformation:DescribeStacks', 'cloudformation:ListStacks'],
    });
  });

  it('examines the template as it was written and keeps places only', async () => {
    const { records, sent } = await collectType(stack, ['templateSecrets'], {
      DescribeStacks: { Stacks: [given('a')] },
      GetTemplate: {
        TemplateBody: [
          'Resources:',
          '  Database:',
          '    Type: AWS::RDS::DBInstance',
          '    Properties:',
          `      MasterUserPassword: "${planted.password}"`,
          `      DBPassword: !Sub "${planted.awsSecretKey}"`,
        ].join('\n'),
      },
    });
    expect(sent.at(-1)?.input).toEqual({ StackName: arn('a'), TemplateStage: 'Original' });
    expect(records[0]?.outcomes['templateSecrets']).toMatchObject({
      kind: 'present',
      value: {
        secrets: [
          { kind: 'password', where: { line: 5 } },
          { kind: 'password', where: { line: 6 } },
        ],
      },
    });
    expectNoSecret(JSON.stringify(records));
  });

  it('does not ask for the template of a stack that has none yet', async () => {
    const { records, sent } = await collectType(stack, ['templateSecrets'], {
      DescribeStacks: { Stacks: [given('a', { StackStatus: 'REVIEW_IN_PROGRESS' })] },
    });
    expect(records[0]?.outcomes['templateSecrets']).toEqual({ kind: 'present', value: undefined });
    expect(sent).toHaveLength(1);
  });

  it.each([
    ['denied', awsError('AccessDenied', 'no', 403), { kind: 'denied', actions: ['cloudformation:GetTemplate'] }],
    ['empty', {}, { kind: 'failed', code: 'MalformedAnswer' }],
  ])('takes a template that is %s for no fact', async (_what, answer, expected) => {
    const { records } = await collectType(stack, ['templateSecrets'], {
      DescribeStacks: { Stacks: [given('a')] },
      GetTemplate: answer,
    });
    expect(records[0]?.outcomes['templateSecrets']).toMatchObject(expected);
  });
});
