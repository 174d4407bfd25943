import type { Api } from '../../aws/api.ts';
import { resource } from '../../inventory/resource.ts';
import { Withheld } from '../../inventory/withheld.ts';
import type { NamedValue } from '../../secrets/find.ts';
import { findSecrets } from '../../secrets/find.ts';
import { unlessDeleted } from '../apigateway/unless-deleted.ts';
import { apisOf, stagesOfApi } from './answers.ts';
import { apigatewayv2 } from './service.ts';

/** A stage of an HTTP or WebSocket API. */
export const httpStage = resource(apigatewayv2, 'AWS::ApiGatewayV2::Stage', {
  calls: ['GetApis', 'GetStages'],
  often: { GetStages: 'per AWS::ApiGatewayV2::Api' },
  async *list(api) {
    yield* (await stagesOf(api)).items;
  },
  // https://docs.aws.amazon.com/apigateway/latest/developerguide/arn-format-reference.html: no account in it.
  arn: ({ apiId, stageName }, { partition, region }) =>
    `arn:${partition}:apigateway:${region}::/apis/${apiId}/stages/${stageName}`,
}).facets((facet) => ({
  /** Secrets in the stage variables: kinds and names, no values. */
  variableSecrets: facet({
    calls: ['GetApis', 'GetStages'],
    often: { GetApis: 'once', GetStages: 'per AWS::ApiGatewayV2::Api' },
    async read(api, { id }) {
      const values = (await stagesOf(api)).variables.take(id);
      return { variables: values.length, secrets: await findSecrets(values) };
    },
  }),
}));

export interface HttpStageItem {
  /** `<API's id>/<stage>`. */
  readonly id: string;
  /** `<API's name>/<stage>`. */
  readonly name: string;
  readonly apiId: string;
  readonly stageName: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Where its access log goes; undefined: it has none. */
  readonly accessLog: string | undefined;
}

type StageApi = Api<typeof import('@aws-sdk/client-apigatewayv2'), 'GetApis' | 'GetStages'>;

/** The stages of all HTTP and WebSocket APIs with their variables: asked once per region. */
function stagesOf(api: StageApi) {
  return api.once('stages', async () => {
    const variables = new Withheld<readonly NamedValue[]>();
    const items: HttpStageItem[] = [];
    const apis = await apisOf(api);
    const answers = await Promise.all(
      apis.flatMap(({ ApiId: id, Name: name }) =>
        id === undefined
          ? []
          : [unlessDeleted(() => stagesOfApi(api, id)).then((stages) => ({ id, name: name ?? id, stages }))],
      ),
    );
    for (const { id: apiId, name, stages } of answers) {
      for (const { StageName: stageName, StageVariables, Tags, AccessLogSettings } of stages) {
        const id = `${apiId}/${stageName}`;
        if (stageName === undefined || !variables.put(id, valuesOf(StageVariables))) continue;
        items.push({
          id,
          name: `${name}/${stageName}`,
          apiId,
          stageName,
          tags: Tags ?? {},
          accessLog: AccessLogSettings?.DestinationArn,
        });
      }
    }
    return { items, variables };
  });
}

const valuesOf = (variables: Readonly<Record<string, string>> = {}): NamedValue[] =>
  Object.entries(variables).map(([name, value]) => ({ name, value }));
