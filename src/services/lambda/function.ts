import type { EnvironmentResponse, FunctionConfiguration, PackageType, TracingMode } from '@aws-sdk/client-lambda';
import type { Api } from '../../aws/api.ts';
import { codeOf } from '../../aws/errors.ts';
import { resource } from '../../inventory/resource.ts';
import { Withheld } from '../../inventory/withheld.ts';
import type { NamedValue } from '../../secrets/find.ts';
import { shell } from '../../text/shell.ts';
import { findSecrets } from '../../secrets/find.ts';
import { lambda } from './service.ts';

/** A function, as its latest, unpublished version is configured. */
export const lambdaFunction = resource(lambda, 'AWS::Lambda::Function', {
  calls: ['ListFunctions'],
  narrows: {
    ListFunctions: {
      MasterRegion: 'unless given',
      FunctionVersion: 'hides published versions: a function is judged by its latest',
    },
  },
  tagsFrom: 'tags',
  async *list(api) {
    yield* (await functionsOf(api)).items;
  },
})
  .facets((facet) => ({
    /** Its URLs: one of its own and one of each alias at most. */
    urls: facet({
      calls: ['ListFunctionUrlConfigs'],
      // the function was deleted since it was listed
      absentOn: ['ResourceNotFoundException'],
      async read(api, { id, arn }) {
        const found: FunctionUrl[] = [];
        for await (const page of api.pages('ListFunctionUrlConfigs', { FunctionName: id, MaxItems: 50 })) {
          for (const { FunctionArn = arn, FunctionUrl, AuthType } of page.FunctionUrlConfigs ?? []) {
            const qualifier = FunctionArn.startsWith(`${arn}:`) ? FunctionArn.slice(arn.length + 1) : undefined;
            found.push({ qualifier, url: FunctionUrl, authType: AuthType });
          }
        }
        return found;
      },
    }),
    /** The text of the function's own policy; those of its versions and aliases are others. */
    policy: facet.call('GetPolicy', {
      absentOn: ['ResourceNotFoundException'],
      input: ({ id }) => ({ FunctionName: id }),
      keep: ({ Policy }) => Policy,
    }),
  }))
  .facets((facet) => ({
    /** The text of the function's own policy, as it stands whole. */
    resourcePolicy: facet.call('GetResourcePolicy', {
      absentOn: ['ResourceNotFoundException'],
      input: ({ arn }) => ({ ResourceArn: arn }),
      keep: ({ Policy }) => Policy,
    }),
    /** Policies of the aliases that have a URL, by alias; one without a policy is left out. */
    urlPolicies: facet({
      calls: ['GetPolicy'],
      often: { GetPolicy: 'per alias with a URL' },
      after: ['urls'],
      async read(api, { id }, { urls }) {
        const found: Record<string, string> = {};
        for (const { qualifier } of urls ?? []) {
          const text = qualifier === undefined ? undefined : await policyOfAlias(api, id, qualifier);
          if (qualifier !== undefined && text !== undefined) found[qualifier] = text;
        }
        return found;
      },
    }),
    /** The configuration that says who must have signed its code; none: anybody's code runs. */
    codeSigning: facet.call('GetFunctionCodeSigningConfig', {
      // the function was deleted since it was listed
      absentOn: ['ResourceNotFoundException'],
      input: ({ id }) => ({ FunctionName: id }),
      keep: ({ CodeSigningConfigArn }) => ({ config: said(CodeSigningConfigArn) }),
    }),
    tags: facet.call('ListTags', { input: ({ arn }) => ({ Resource: arn }), keep: ({ Tags }) => Tags ?? {} }),
    /** Secrets in the environment variables: kinds and names, no values. */
    environmentSecrets: facet({
      calls: ['ListFunctions'],
      often: { ListFunctions: 'once' },
      async read(api, { arn }) {
        const { variables, errorCode } = (await functionsOf(api)).environments.take(arn);
        return {
          variables: variables.length,
          /** Why Lambda could not give the variables, e.g. `AccessDeniedException` of their KMS key. */
          errorCode,
          secrets: await findSecrets(variables),
        };
      },
    }),
  }));

const lambdaPolicy = {
  kind: 'lambda',
  action: 'lambda:InvokeFunction',
  abilities: { read: 'readable', write: 'invocable', administer: 'manageable' },
  needs: ['urls'],
  /** Only a URL lets callers in who have no credentials. */
  more: ({ urls }: { readonly urls?: readonly FunctionUrl[] | undefined }) => {
    const own = urls?.find(({ qualifier }) => qualifier === undefined);
    return { functionUrl: own === undefined ? null : { AuthType: own.authType } };
  },
} as const;

/** What `AddPermission` has made, statement by statement. */
export const functionPolicy = {
  ...lambdaPolicy,
  at: 'policy',
  put: ({ id }: { readonly id: string }, _policy: string | undefined, taken: readonly (string | undefined)[]) =>
    taken.every((sid) => sid !== undefined)
      ? taken.map((sid) => shell`aws lambda remove-permission --function-name ${id} --statement-id ${sid}`).join('\n')
      : undefined,
} as const;

/** The policy as one document, which `PutResourcePolicy` replaces. */
export const functionResourcePolicy = {
  ...lambdaPolicy,
  at: 'resourcePolicy',
  put: ({ arn }: { readonly arn: string }, policy: string | undefined) =>
    policy === undefined
      ? shell`aws lambda delete-resource-policy --resource-arn ${arn}`
      : shell`aws lambda put-resource-policy --resource-arn ${arn} --policy ${policy}`,
} as const;

/** Without a key of the customer it is one of AWS's: https://docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html */
export const environmentEncryption = {
  at: 'environmentKey.by',
  is: { AWS: 'aws', KMS: 'kms' },
  unsaid: undefined,
  key: 'environmentKey.key',
  what: 'its environment variables',
} as const;

export interface FunctionItem {
  readonly id: string;
  readonly arn: string;
  /** ARN of the execution role. */
  readonly role?: string | undefined;
  /** Whether it has environment variables. */
  readonly hasVariables?: boolean;
  /** What encrypts them. */
  readonly environmentKey?: { readonly by: 'AWS' | 'KMS'; readonly key?: string };
  /** `Active`: Lambda decides which requests are traced; `PassThrough`: whoever calls does. */
  readonly tracing?: TracingMode | undefined;
  /** Snapshots of earlier versions lack it. */
  readonly configuration?: {
    readonly package: PackageType | undefined;
    /** Such as `nodejs24.x`; an image brings its own. */
    readonly runtime: string | undefined;
    /** None where it runs outside of the account's VPCs. */
    readonly vpc: string | undefined;
    /** ARN of the queue or topic that gets events it could not deal with. */
    readonly deadLetters: string | undefined;
  };
}

/** https://docs.aws.amazon.com/lambda/latest/api/API_FunctionUrlConfig.html */
export interface FunctionUrl {
  /** The alias it leads to; undefined: the unpublished version. */
  readonly qualifier: string | undefined;
  readonly url: string | undefined;
  /** `NONE` or `AWS_IAM`. */
  readonly authType: string | undefined;
}

async function policyOfAlias(
  api: Api<typeof import('@aws-sdk/client-lambda'), 'GetPolicy'>,
  id: string,
  alias: string,
): Promise<string | undefined> {
  try {
    return (await api.call('GetPolicy', { FunctionName: id, Qualifier: alias })).Policy;
  } catch (error) {
    // This alias has no policy; those of the others are not in doubt.
    if (codeOf(error) === 'ResourceNotFoundException') return undefined;
    throw error;
  }
}

interface Environment {
  readonly variables: readonly NamedValue[];
  readonly errorCode: string | undefined;
}

/** The list and the environments come in one answer: asked once per region. */
function functionsOf(api: Api<typeof import('@aws-sdk/client-lambda'), 'ListFunctions'>) {
  return api.once('functions', async () => {
    const environments = new Withheld<Environment>();
    const items: FunctionItem[] = [];
    for await (const { Functions } of api.pages('ListFunctions', { MaxItems: 50 })) {
      for (const one of Functions ?? []) {
        const { FunctionName, FunctionArn, Role, Environment, KMSKeyArn: key, TracingConfig } = one;
        if (FunctionName === undefined || FunctionArn === undefined) continue;
        if (!environments.put(FunctionArn, environmentOf(Environment))) continue;
        items.push({
          id: FunctionName,
          arn: FunctionArn,
          role: said(Role),
          hasVariables: Environment !== undefined,
          environmentKey: key === undefined || key === '' ? { by: 'AWS' } : { by: 'KMS', key },
          tracing: TracingConfig?.Mode,
          configuration: configurationOf(one),
        });
      }
    }
    return { items, environments };
  });
}

/** What is not set is left out or an empty text. */
const said = (text: string | undefined): string | undefined => (text === '' ? undefined : text);

const configurationOf = ({
  PackageType,
  Runtime,
  VpcConfig,
  DeadLetterConfig,
}: FunctionConfiguration): NonNullable<FunctionItem['configuration']> => ({
  package: PackageType,
  runtime: said(Runtime),
  vpc: said(VpcConfig?.VpcId),
  deadLetters: said(DeadLetterConfig?.TargetArn),
});

/**
 * A function without variables has no environment in the answer; one whose variables cannot be decrypted has an error
 * (https://docs.aws.amazon.com/lambda/latest/api/API_EnvironmentResponse.html).
 */
function environmentOf(environment: EnvironmentResponse | undefined): Environment {
  const variables = Object.entries(environment?.Variables ?? {}).map(([name, value]) => ({ name, value }));
  const error = environment?.Error;
  return { variables, errorCode: error === undefined ? undefined : (error.ErrorCode ?? 'unknown error') };
}
