import { describe, expect, it } from 'vitest';
import { httpStage } from '../../../src/services/apigatewayv2/stage.ts';
import { expectNoSecret, planted } from '../../helpers/planted.ts';
import { awsError, collectType } from '../../helpers/resource-suite.ts';

const one = { GetApis: { Items: [{ ApiId: 'h1', Name: 'shop', ProtocolType: 'HTTP' }] } };

describe('AWS::ApiGatewayV2::Stage', () => {
  it('lists the stages of every API and page, asks once, and keeps no variable in the items', async () => {
    const { records, sent } = await collectType(httpStage, ['variableSecrets'], {
      GetApis: { Items: [...one.GetApis.Items, { ApiId: 'w1', ProtocolType: 'WEBSOCKET' }] },
      GetStages: ({ ApiId, NextToken }: { ApiId: string; NextToken?: string }) =>
        ApiId === 'w1'
          ? { Items: [{ StageName: 'v1' }] }
          : NextToken === undefined
            ? {
                Items: [{ StageName: '$default', StageVariables: { colour: 'blue' }, Tags: { team: 'shop' } }],
                NextToken: 'x',
              }
            : { Items: [{ StageName: 'test' }] },
    });
    expect(records.map(({ item }) => item)).toEqual([
      { id: 'h1/$default', name: 'shop/$default', apiId: 'h1', stageName: '$default', tags: { team: 'shop' } },
      { id: 'h1/test', name: 'shop/test', apiId: 'h1', stageName: 'test', tags: {} },
      { id: 'w1/v1', name: 'w1/v1', apiId: 'w1', stageName: 'v1', tags: {} },
    ]);
    expect(records[1]?.arn).toBe('arn:aws:apigateway:eu-west-1::/apis/h1/stages/test');
    expect(sent).toHaveLength(4);
    expect(records[0]?.outcomes['variableSecrets']).toEqual({ kind: 'present', value: { variables: 1, secrets: [] } });
  });

  it('names variables that hold secrets and keeps no value', async () => {
    const { records } = await collectType(httpStage, ['variableSecrets'], {
      ...one,
      GetStages: { Items: [{ StageName: 'prod', StageVariables: { dbPassword: planted.password, colour: 'blue' } }] },
    });
    expect(records[0]?.outcomes['variableSecrets']).toMatchObject({
      value: { variables: 2, secrets: [{ kind: 'password', where: { name: 'dbPassword' } }] },
    });
    expectNoSecret(JSON.stringify(records));
  });

  it('goes on when an API was deleted since it was listed', async () => {
    const { records } = await collectType(httpStage, [], {
      GetApis: { Items: [{ ApiId: 'gone' }, ...one.GetApis.Items] },
      GetStages: ({ ApiId }: { ApiId: string }) =>
        ApiId === 'gone'
          ? awsError('NotFoundException', 'Invalid API identifier', 404)
          : { Items: [{ StageName: 'prod' }] },
    });
    expect(records.map(({ item }) => item.id)).toEqual(['h1/prod']);
  });
});
