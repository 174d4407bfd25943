import { describe, expect, it } from 'vitest';
import { httpApi } from '../../../src/services/apigatewayv2/api.ts';
import { awsError, collectType } from '../../helpers/resource-suite.ts';

const fn = 'arn:aws:lambda:eu-west-1:111122223333:function:shop';
const one = { GetApis: { Items: [{ ApiId: 'h1', Name: 'shop', ProtocolType: 'HTTP' }] } };

/** Two pages of a list, the second for the token of the first. */
const paged =
  (first: object, second: object) =>
  ({ NextToken }: { NextToken?: string }) =>
    NextToken === undefined ? { Items: [first], NextToken: 'more' } : { Items: [second] };

describe('AWS::ApiGatewayV2::Api', () => {
  it('lists the APIs of every page', async () => {
    const { records, sent } = await collectType(httpApi, [], {
      GetApis: paged(
        {
          ApiId: 'h1',
          Name: 'shop',
          ProtocolType: 'HTTP',
          ApiEndpoint: 'https://h1.execute-api.eu-west-1.amazonaws.com',
          RouteSelectionExpression: '$request.method $request.path',
          Tags: { team: 'shop' },
        },
        { ApiId: 'w1', Name: 'chat', ProtocolType: 'WEBSOCKET', DisableExecuteApiEndpoint: true },
      ),
    });
    expect(records.map(({ item }) => item)).toEqual([
      {
        id: 'h1',
        name: 'shop',
        tags: { team: 'shop' },
        protocol: 'HTTP',
        endpoint: 'https://h1.execute-api.eu-west-1.amazonaws.com',
        defaultEndpointDisabled: false,
      },
      { id: 'w1', name: 'chat', protocol: 'WEBSOCKET', defaultEndpointDisabled: true },
    ]);
    expect(records[0]?.arn).toBe('arn:aws:apigateway:eu-west-1::/apis/h1');
    expect(sent.map(({ input }) => input)).toEqual([{ MaxResults: '500' }, { MaxResults: '500', NextToken: 'more' }]);
  });

  it('reads routes, stages and integrations of every page', async () => {
    const { records } = await collectType(httpApi, ['routes', 'stages', 'integrations', 'domains'], {
      ...one,
      GetRoutes: paged(
        { RouteKey: 'GET /orders/{id}', AuthorizationType: 'NONE', ApiKeyRequired: false, Target: 'integrations/i1' },
        { RouteKey: '$default', AuthorizationType: 'JWT', AuthorizerId: 'a1', Target: 'integrations/i2' },
      ),
      GetStages: paged({ StageName: '$default', AutoDeploy: true }, { StageName: 'test', StageVariables: { a: 'b' } }),
      GetIntegrations: paged(
        { IntegrationId: 'i1', IntegrationType: 'AWS_PROXY', IntegrationUri: fn, PayloadFormatVersion: '2.0' },
        { IntegrationId: 'i2', IntegrationType: 'HTTP_PROXY', IntegrationUri: 'https://example.com' },
      ),
    });
    expect(records[0]?.outcomes).toEqual({
      routes: {
        kind: 'present',
        value: [
          { key: 'GET /orders/{id}', authorization: 'NONE', apiKeyRequired: false, integration: 'i1' },
          { key: '$default', authorization: 'JWT', apiKeyRequired: false, integration: 'i2' },
        ],
      },
      stages: {
        kind: 'present',
        value: [
          { name: '$default', deployed: true },
          { name: 'test', deployed: false },
        ],
      },
      integrations: { kind: 'present', value: { i1: { kind: 'function', arn: fn, credentials: undefined } } },
      domains: { kind: 'present', value: [] },
    });
  });

  it('asks for no integrations where there is no route', async () => {
    const { sent } = await collectType(httpApi, ['integrations'], { ...one, GetRoutes: { Items: [] } });
    expect(sent.map(({ operation }) => operation)).toEqual(['GetApis', 'GetRoutes']);
  });

  it.each(['GetApis', 'GetRoutes', 'GetStages', 'GetIntegrations'])(
    'names the action when %s is denied',
    async (operation) => {
      const answers = {
        ...one,
        GetRoutes: { Items: [{ RouteKey: '$default' }] },
        GetStages: { Items: [] },
        GetIntegrations: { Items: [] },
        [operation]: awsError('AccessDeniedException', 'not authorized to perform: apigateway:GET', 403),
      };
      const { records, gap } = await collectType(httpApi, ['routes', 'stages', 'integrations'], answers);
      const outcomes = [gap, ...Object.values(records[0]?.outcomes ?? {})];
      expect(outcomes).toContainEqual(expect.objectContaining({ kind: 'denied', actions: ['apigateway:GET'] }));
    },
  );

  it('takes an API that was deleted meanwhile for one without routes', async () => {
    const { records } = await collectType(httpApi, ['routes', 'integrations'], {
      ...one,
      GetRoutes: awsError('NotFoundException', 'Invalid API identifier specified', 404),
    });
    expect(records[0]?.outcomes).toMatchObject({
      routes: { kind: 'absent' },
      integrations: { kind: 'present', value: {} },
    });
  });

  it('does not follow a page that leads to itself', async () => {
    const { gap } = await collectType(httpApi, [], { GetApis: { Items: [], NextToken: 'again' } });
    expect(gap).toMatchObject({
      kind: 'failed',
      code: 'MalformedAnswer',
      message: expect.stringContaining('repeats a page') as string,
    });
  });
});
