import { describe, expect, it } from 'vitest';
import { stage } from '../../../src/services/apigateway/stage.ts';
import { expectNoSecret, planted } from '../../helpers/planted.ts';
import { awsError, collectType } from '../../helpers/resource-suite.ts';

const one = { GetRestApis: { items: [{ id: 'abc123', name: 'shop' }] } };

const webAclArn = 'arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/shop/1';
const plain = {
  tracingEnabled: undefined,
  webAclArn: undefined,
  backend: { clientCertificate: undefined, cache: false, cached: [] },
  logLevels: [],
};
/** What AWS says of a stage, and what is kept of it. */
const given = {
  tracingEnabled: true,
  webAclArn,
  clientCertificateId: 'cert01',
  cacheClusterEnabled: true,
  methodSettings: {
    '*/*': { loggingLevel: 'ERROR', cachingEnabled: true, cacheDataEncrypted: true },
    'orders/{id}/GET': { loggingLevel: 'OFF', cachingEnabled: true },
    '~1stock~1all/POST': {},
    '//GET': { loggingLevel: 'INFO' },
  },
};
const set = {
  tracingEnabled: true,
  webAclArn,
  backend: {
    clientCertificate: 'cert01',
    cache: true,
    cached: [
      { method: '*/*', encrypted: true },
      { method: 'orders/{id}/GET', encrypted: false },
    ],
  },
  logLevels: [
    { method: undefined, level: 'ERROR' },
    { method: { path: '/orders/{id}', verb: 'GET' }, level: 'OFF' },
    { method: { path: '/stock/all', verb: 'POST' }, level: undefined },
    { method: { path: '/', verb: 'GET' }, level: 'INFO' },
  ],
};

describe('AWS::ApiGateway::Stage', () => {
  it('lists the stages of the APIs of every page, asks once, and keeps no variable in the items', async () => {
    const { records, sent } = await collectType(stage, ['variableSecrets'], {
      GetRestApis: ({ position }: { position?: string }) =>
        position === undefined ? { ...one.GetRestApis, position: 'more' } : { items: [{ id: 'def456' }] },
      GetStages: ({ restApiId }: { restApiId: string }) => ({
        item:
          restApiId === 'abc123'
            ? [
                { stageName: 'prod', variables: { colour: 'blue' }, tags: { team: 'shop' }, ...given },
                { stageName: 'test' },
              ]
            : [{ stageName: 'v1' }],
      }),
    });
    expect(records.map(({ item }) => item)).toEqual([
      { id: 'abc123/prod', name: 'shop/prod', restApiId: 'abc123', stageName: 'prod', tags: { team: 'shop' }, ...set },
      { id: 'abc123/test', name: 'shop/test', restApiId: 'abc123', stageName: 'test', tags: {}, ...plain },
      { id: 'def456/v1', name: 'def456/v1', restApiId: 'def456', stageName: 'v1', tags: {}, ...plain },
    ]);
    expect(records[0]?.arn).toBe('arn:aws:apigateway:eu-west-1::/restapis/abc123/stages/prod');
    expect(sent).toHaveLength(4);
    expect(records[0]?.outcomes['variableSecrets']).toEqual({ kind: 'present', value: { variables: 1, secrets: [] } });
  });

  it('names variables that hold secrets, those of a canary too, and keeps no value', async () => {
    const { records } = await collectType(stage, ['variableSecrets'], {
      ...one,
      GetStages: {
        item: [
          {
            stageName: 'prod',
            variables: { dbPassword: planted.password, colour: 'blue' },
            canarySettings: { stageVariableOverrides: { authorization: planted.githubToken } },
          },
        ],
      },
    });
    expect(records[0]?.outcomes['variableSecrets']).toMatchObject({
      value: {
        variables: 3,
        secrets: [
          { kind: 'password', where: { name: 'dbPassword' } },
          { kind: 'github-token', where: { name: 'authorization' } },
        ],
      },
    });
    expectNoSecret(JSON.stringify(records));
  });

  it('goes on when an API was deleted since it was listed', async () => {
    const { records } = await collectType(stage, [], {
      GetRestApis: { items: [{ id: 'gone' }, { id: 'abc123', name: 'shop' }] },
      GetStages: ({ restApiId }: { restApiId: string }) =>
        restApiId === 'gone'
          ? awsError('NotFoundException', 'Invalid API identifier', 404)
          : { item: [{ stageName: 'prod' }] },
    });
    expect(records.map(({ item }) => item.id)).toEqual(['abc123/prod']);
  });
});
