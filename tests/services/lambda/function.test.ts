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
    const common = {
      role: 'arn:aws:iam::111122223333:role/f',
      environmentKey: { by: 'AWS' },
      tracing: undefined,
      configuration: { package: undefined, runtime: 'nodejs22.x', vpc: undefined, deadLetters: undefined },
    };
    expect(records.map(({ item }) => item)).toEqual([
      { id: 'a', arn: arn('a'), hasVariables: true, ...common },
      { id: 'b', arn: arn('b'), hasVariables: false, ...common },
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

  it('reads tags', async () => {
    const { records, sent } = await collectType(lambdaFunction, ['tags'], {
      ListFunctions: { Functions: [given('a')] },
      ListTags: { Tags: { team: 'shop' } },
    });
    expect(records[0]?.outcomes['tags']).toEqual({ kind: 'present', value: { team: 'shop' } });
    expect(sent.at(-1)?.input).toEqual({ Resource: arn('a') });
  });

  const policy = '{"Version":"2012-10-17","Statement":[]}';
  const noPolicy = awsError('ResourceNotFoundException', 'No policy is associated with the given resource.', 404);

  it('reads the URLs of every page, of the function and of its aliases', async () => {
    const config = (FunctionArn: string, AuthType: string) => ({
      FunctionArn,
      AuthType,
      FunctionUrl: `https://${AuthType.toLowerCase()}.lambda-url.eu-west-1.on.aws/`,
      CreationTime: '2025-11-01T00:00:00Z',
      Cors: { AllowOrigins: ['*'] },
      InvokeMode: 'BUFFERED',
    });
    const { records, sent } = await collectType(lambdaFunction, ['urls'], {
      ListFunctions: { Functions: [given('a')] },
      ListFunctionUrlConfigs: ({ Marker }: { Marker?: string }) =>
        Marker === undefined
          ? { FunctionUrlConfigs: [config(arn('a'), 'NONE')], NextMarker: 'more' }
          : { FunctionUrlConfigs: [config(`${arn('a')}:live`, 'AWS_IAM')] },
    });
    expect(records[0]?.outcomes['urls']).toEqual({
      kind: 'present',
      value: [
        { qualifier: undefined, url: 'https://none.lambda-url.eu-west-1.on.aws/', authType: 'NONE' },
        { qualifier: 'live', url: 'https://aws_iam.lambda-url.eu-west-1.on.aws/', authType: 'AWS_IAM' },
      ],
    });
    expect(sent.slice(1).map(({ input }) => input['FunctionName'])).toEqual(['a', 'a']);
  });

  it.each([
    ['its text', { Policy: policy, RevisionId: 'r' }, { kind: 'present', value: policy }],
    ['that there is none', noPolicy, { kind: 'absent', code: 'ResourceNotFoundException' }],
    [
      'that it may not be read',
      awsError('AccessDeniedException', 'not authorized to perform: lambda:GetPolicy', 403),
      { kind: 'denied', actions: ['lambda:GetPolicy'] },
    ],
  ])('tells of the policy %s', async (_, answer, outcome) => {
    const { records } = await collectType(lambdaFunction, ['policy'], {
      ListFunctions: { Functions: [given('a')] },
      GetPolicy: answer,
    });
    expect(records[0]?.outcomes['policy']).toMatchObject(outcome);
  });

  it('reads the policies of aliases with a URL, those without a policy left out, and no others', async () => {
    const { records, sent } = await collectType(lambdaFunction, ['urlPolicies'], {
      ListFunctions: { Functions: [given('a'), given('b')] },
      ListFunctionUrlConfigs: ({ FunctionName }: { FunctionName: string }) => ({
        FunctionUrlConfigs:
          FunctionName === 'b'
            ? []
            : [arn('a'), `${arn('a')}:live`, `${arn('a')}:next`].map((FunctionArn) => ({
                FunctionArn,
                AuthType: 'NONE',
              })),
      }),
      GetPolicy: ({ Qualifier }: { Qualifier?: string }) => (Qualifier === 'live' ? { Policy: policy } : noPolicy),
    });
    expect(records.map(({ outcomes }) => outcomes['urlPolicies'])).toEqual([
      { kind: 'present', value: { live: policy } },
      { kind: 'present', value: {} },
    ]);
    expect(sent.filter(({ operation }) => operation === 'GetPolicy').map(({ input }) => input)).toEqual([
      { FunctionName: 'a', Qualifier: 'live' },
      { FunctionName: 'a', Qualifier: 'next' },
    ]);
  });

  it('takes a denied policy of an alias for no answer', async () => {
    const { records } = await collectType(lambdaFunction, ['urlPolicies'], {
      ListFunctions: { Functions: [given('a')] },
      ListFunctionUrlConfigs: { FunctionUrlConfigs: [{ FunctionArn: `${arn('a')}:live`, AuthType: 'NONE' }] },
      GetPolicy: awsError('AccessDeniedException', 'no', 403),
    });
    expect(records[0]?.outcomes['urlPolicies']).toMatchObject({ kind: 'denied' });
  });

  it('asks nothing of functions where there are none', async () => {
    const { sent } = await collectType(lambdaFunction, ['urls', 'policy', 'urlPolicies'], {
      ListFunctions: { Functions: [] },
    });
    expect(sent.map(({ operation }) => operation)).toEqual(['ListFunctions']);
  });
});
