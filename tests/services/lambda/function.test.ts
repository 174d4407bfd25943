import { describe, expect, it } from 'vitest';
import { lambdaFunction } from '../../../src/services/lambda/function.ts';
import { expectNoSecret, planted } from '../../helpers/planted.ts';
import { awsError, collectType } from '../../helpers/resource-suite.ts';

const arn = (name: string): string => `arn:aws:lambda:eu-west-1:111122223333:function:${name}`;
const given = (name: string, environment?: object) => ({
  FunctionName: name,
  FunctionArn: arn(name),
  Runtime: 'nodejs22.x',
  Role: 'arn:aws:iam::111122223333:role/f',
  ...(environment === undefined ? {} : { Environment: environment }),
});

describe('AWS::Lambda::Function', () => {
  it('lists the functions of every page, asks once, and keeps no variable in the items', async () => {
    const { records, sent } = await collectType(lambdaFunction, ['environmentSecrets'], {
      ListFunctions: ({ Marker }: { Marker?: string }) =>
        Marker === undefined
          ? { Functions: [given('a', { Variables: { GREETING: 'hello' } })], NextMarker: 'more' }
          : { Functions: [given('b')] },
    });
    expect(records.map(({ item }) => item)).toEqual([
      { id: 'a', arn: arn('a') },
      { id: 'b', arn: arn('b') },
    ]);
    expect(sent).toHaveLength(2);
    expect(records.map(({ outcomes }) => outcomes['environmentSecrets'])).toEqual([
      { kind: 'present', value: { variables: 1, errorCode: undefined, secrets: [] } },
      { kind: 'present', value: { variables: 0, errorCode: undefined, secrets: [] } },
    ]);
  });

  it('names the variables that hold secrets and keeps no value', async () => {
    const { records } = await collectType(lambdaFunction, ['environmentSecrets'], {
      ListFunctions: {
        Functions: [
          given('a', { Variables: { STAGE: 'prod', DB_PASSWORD: planted.password, SOMETHING: planted.githubToken } }),
        ],
      },
    });
    expect(records[0]?.outcomes['environmentSecrets']).toMatchObject({
      kind: 'present',
      value: {
        variables: 3,
        secrets: [
          { kind: 'password', where: { name: 'DB_PASSWORD' }, confidence: 'high' },
          { kind: 'github-token', where: { name: 'SOMETHING' }, confidence: 'high' },
        ],
      },
    });
    expectNoSecret(JSON.stringify(records));
  });

  it('tells by its code why Lambda could not give the variables', async () => {
    const error = {
      ErrorCode: 'AccessDeniedException',
      Message: 'Lambda was unable to decrypt your environment variables',
    };
    const { records } = await collectType(lambdaFunction, ['environmentSecrets'], {
      ListFunctions: { Functions: [given('a', { Error: error })] },
    });
    expect(records[0]?.outcomes['environmentSecrets']).toMatchObject({
      value: { variables: 0, errorCode: 'AccessDeniedException' },
    });
  });

  it('judges a function once that two pages name', async () => {
    const { records } = await collectType(lambdaFunction, ['environmentSecrets'], {
      ListFunctions: ({ Marker }: { Marker?: string }) => ({
        Functions: [given('a', { Variables: { A: 'b' } })],
        ...(Marker === undefined ? { NextMarker: 'more' } : {}),
      }),
    });
    expect(records).toHaveLength(1);
    expect(records[0]?.outcomes['environmentSecrets']).toMatchObject({ kind: 'present' });
  });

  it('gives the denial of the list as the gap', async () => {
    const { gap } = await collectType(lambdaFunction, ['environmentSecrets'], {
      ListFunctions: awsError('AccessDeniedException', 'not authorized to perform: lambda:ListFunctions', 403),
    });
    expect(gap).toMatchObject({ kind: 'denied', actions: ['lambda:ListFunctions'] });
  });

  it('reads tags', async () => {
    const { records, sent } = await collectType(lambdaFunction, ['tags'], {
      ListFunctions: { Functions: [given('a')] },
      ListTags: { Tags: { team: 'shop' } },
    });
    expect(records[0]?.outcomes['tags']).toEqual({ kind: 'present', value: { team: 'shop' } });
    expect(sent.at(-1)?.input).toEqual({ Resource: arn('a') });
  });
});
