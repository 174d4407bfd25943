import type { EnvironmentResponse } from '@aws-sdk/client-lambda';
import type { Api } from '../../aws/api.ts';
import { resource } from '../../inventory/resource.ts';
import { Withheld } from '../../inventory/withheld.ts';
import type { NamedValue } from '../../secrets/find.ts';
import { findSecrets } from '../../secrets/find.ts';
import type * as sdk from './sdk.ts';
import { lambda } from './service.ts';

/** A function, as its latest, unpublished version is configured. */
export const lambdaFunction = resource(lambda, 'AWS::Lambda::Function', {
  calls: ['ListFunctions'],
  tagsFrom: 'tags',
  async *list(api) {
    yield* (await functionsOf(api)).items;
  },
}).facets((facet) => ({
  tags: facet({
    calls: ['ListTags'],
    async read(api, { arn }) {
      return (await api.call('ListTags', { Resource: arn })).Tags ?? {};
    },
  }),
  /** Secrets in the environment variables: kinds and names, no values. */
  environmentSecrets: facet({
    calls: ['ListFunctions'],
    async read(api, { arn }) {
      const { variables, errorCode } = (await functionsOf(api)).environments.take(arn);
      return {
        variables: variables.length,
        /** Why Lambda could not give the variables, e.g. `AccessDeniedException` of their KMS key. */
        errorCode,
        secrets: variables.length === 0 ? [] : await findSecrets(variables),
      };
    },
  }),
}));

interface Environment {
  readonly variables: readonly NamedValue[];
  readonly errorCode: string | undefined;
}

/** The list and the environments come in one answer: asked once per region. */
function functionsOf(api: Api<typeof sdk, 'ListFunctions'>) {
  return api.once('functions', async () => {
    const environments = new Withheld<Environment>();
    const items: { id: string; arn: string }[] = [];
    for await (const { Functions } of api.pages('ListFunctions', { MaxItems: 50 })) {
      for (const { FunctionName, FunctionArn, Environment } of Functions ?? []) {
        if (FunctionName === undefined || FunctionArn === undefined) continue;
        if (environments.put(FunctionArn, environmentOf(Environment)))
          items.push({ id: FunctionName, arn: FunctionArn });
      }
    }
    return { items, environments };
  });
}

/**
 * A function without variables has no environment in the answer; one whose variables cannot be decrypted has an error
 * (https://docs.aws.amazon.com/lambda/latest/api/API_EnvironmentResponse.html).
 */
function environmentOf(environment: EnvironmentResponse | undefined): Environment {
  const variables = Object.entries(environment?.Variables ?? {}).map(([name, value]) => ({ name, value }));
  const error = environment?.Error;
  return { variables, errorCode: error === undefined ? undefined : (error.ErrorCode ?? 'unknown error') };
}
