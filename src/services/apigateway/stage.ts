import type { Stage } from '@aws-sdk/client-api-gateway';
import type { Api } from '../../aws/api.ts';
import { resource } from '../../inventory/resource.ts';
import { Withheld } from '../../inventory/withheld.ts';
import type { NamedValue } from '../../secrets/find.ts';
import { findSecrets } from '../../secrets/find.ts';
import { restApisOf } from './rest-api.ts';
import { apigateway } from './service.ts';
import { unlessDeleted } from './unless-deleted.ts';

/** A stage of a REST API. */
export const stage = resource(apigateway, 'AWS::ApiGateway::Stage', {
  calls: ['GetRestApis', 'GetStages'],
  narrows: { GetStages: { deploymentId: 'unless given' } },
  often: { GetStages: 'per AWS::ApiGateway::RestApi' },
  async *list(api) {
    yield* (await stagesOf(api)).items;
  },
  // https://docs.aws.amazon.com/apigateway/latest/developerguide/arn-format-reference.html: no account in it.
  arn: ({ restApiId, stageName }, { partition, region }) =>
    `arn:${partition}:apigateway:${region}::/restapis/${restApiId}/stages/${stageName}`,
}).facets((facet) => ({
  /** Secrets in the stage variables, those of a canary included: kinds and names, no values. */
  variableSecrets: facet({
    calls: ['GetRestApis', 'GetStages'],
    often: { GetRestApis: 'once', GetStages: 'per AWS::ApiGateway::RestApi' },
    async read(api, { id }) {
      const values = (await stagesOf(api)).variables.take(id);
      return { variables: values.length, secrets: await findSecrets(values) };
    },
  }),
}));

export interface StageItem {
  /** `<REST API's id>/<stage>`. */
  readonly id: string;
  /** `<REST API's name>/<stage>`. */
  readonly name: string;
  readonly restApiId: string;
  readonly stageName: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly tracingEnabled: boolean | undefined;
  /** Undefined: no web ACL stands before it. */
  readonly webAclArn: string | undefined;
  /** Snapshots of earlier versions lack it. */
  readonly backend?: {
    /** Id of the certificate that it shows to HTTP backends. */
    readonly clientCertificate: string | undefined;
    readonly cache: boolean;
    /** Settings of methods whose answers are cached, e.g. of all methods or of `orders/GET`, with slashes as they are set. */
    readonly cached: readonly { readonly method: string; readonly encrypted: boolean }[];
  };
  /** Levels of the execution log, one for each of the stage's method settings. */
  readonly logLevels: readonly LogLevel[];
}

export interface LogLevel {
  /** Undefined: of all methods that have none of their own. */
  readonly method: { readonly path: string; readonly verb: string } | undefined;
  /** `OFF`, `ERROR` or `INFO`; undefined: the setting has none. */
  readonly level: string | undefined;
}

type StageApi = Api<typeof import('@aws-sdk/client-api-gateway'), 'GetRestApis' | 'GetStages'>;

/** The stages of all REST APIs with their variables: asked once per region. */
function stagesOf(api: StageApi) {
  return api.once('stages', async () => {
    const variables = new Withheld<readonly NamedValue[]>();
    const items: StageItem[] = [];
    const answers = await Promise.all(
      (await restApisOf(api)).map(async ({ id, name }) => ({
        id,
        name,
        stages: await unlessDeleted(async () => (await api.call('GetStages', { restApiId: id })).item),
      })),
    );
    for (const restApi of answers) {
      for (const each of restApi.stages) {
        const id = `${restApi.id}/${each.stageName}`;
        if (each.stageName === undefined || !variables.put(id, variablesOf(each))) continue;
        items.push({
          id,
          name: `${restApi.name}/${each.stageName}`,
          restApiId: restApi.id,
          stageName: each.stageName,
          tags: each.tags ?? {},
          tracingEnabled: each.tracingEnabled,
          webAclArn: each.webAclArn,
          backend: backendOf(each),
          // What is not set has its default: https://docs.aws.amazon.com/apigateway/latest/api/API_MethodSetting.html
          logLevels: Object.entries(each.methodSettings ?? {}).map(([key, { loggingLevel }]) => ({
            method: key === '*/*' ? undefined : methodOf(key),
            level: loggingLevel,
          })),
        });
      }
    }
    return { items, variables };
  });
}

const backendOf = ({
  clientCertificateId,
  cacheClusterEnabled,
  methodSettings,
}: Stage): NonNullable<StageItem['backend']> => ({
  clientCertificate: clientCertificateId === '' ? undefined : clientCertificateId,
  cache: cacheClusterEnabled === true,
  // What is not set is off: https://docs.aws.amazon.com/apigateway/latest/api/API_MethodSetting.html
  cached: Object.entries(methodSettings ?? {}).flatMap(([method, { cachingEnabled, cacheDataEncrypted }]) =>
    cachingEnabled === true ? [{ method, encrypted: cacheDataEncrypted === true }] : [],
  ),
});

/** A method setting is of `orders/{id}/GET`; when it is set, slashes of the path are written `~1`. */
function methodOf(key: string): { path: string; verb: string } {
  const at = key.lastIndexOf('/');
  const path = key.slice(0, Math.max(at, 0)).replaceAll('~1', '/');
  return { path: path.startsWith('/') ? path : `/${path}`, verb: key.slice(at + 1) };
}

function variablesOf({ variables, canarySettings }: Stage): NamedValue[] {
  return [...Object.entries(variables ?? {}), ...Object.entries(canarySettings?.stageVariableOverrides ?? {})].map(
    ([name, value]) => ({ name, value }),
  );
}
