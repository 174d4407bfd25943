import type { Parameter } from '@aws-sdk/client-ssm';
import type { Api } from '../../aws/api.ts';
import { resource } from '../../inventory/resource.ts';
import { findSecrets } from '../../secrets/find.ts';
import type { SecretFinding } from '../../secrets/find.ts';
import { Batch } from './batch.ts';
import type * as sdk from './sdk.ts';
import { ssm } from './service.ts';

/** A parameter of Parameter Store. */
export const parameter = resource(ssm, 'AWS::SSM::Parameter', {
  calls: ['DescribeParameters'],
  tagsFrom: 'tags',
  resumable: 'DescribeParameters',
  async *list(api) {
    for await (const { Parameters } of api.pages('DescribeParameters', { MaxResults: 50 })) {
      for (const { Name, ARN, Type } of Parameters ?? []) {
        /** `type`: `String`, `StringList` or `SecureString`. */
        if (Name !== undefined) yield { id: Name, arn: ARN, type: Type };
      }
    }
  },
  // The slash that a hierarchical name begins with is the one after `parameter`.
  arn: ({ id }, { partition, region, account }) =>
    `arn:${partition}:ssm:${region}:${account}:parameter${id.startsWith('/') ? '' : '/'}${id}`,
}).facets((facet) => ({
  tags: facet({
    calls: ['ListTagsForResource'],
    async read(api, { id }) {
      const { TagList } = await api.call('ListTagsForResource', { ResourceType: 'Parameter', ResourceId: id });
      return Object.fromEntries((TagList ?? []).map(({ Key = '', Value = '' }) => [Key, Value]));
    },
  }),
  /**
   * Secrets in the value of a String or StringList parameter: kinds, no value. Undefined for a SecureString: its value is not asked
   * for, and nothing is ever decrypted.
   */
  valueSecrets: facet({
    calls: ['GetParameters'],
    often: { GetParameters: 'per 10 parameters' },
    async read(api, { id, type }) {
      if (!isPlain(type)) return undefined;
      const batch = await api.once('parameter values', () => Promise.resolve(valuesOf(api)));
      const found = await batch.get(id);
      if (found === undefined) throw Object.assign(new Error('the parameter is gone'), { name: 'ParameterNotFound' });
      // Deleted and made anew as another type since it was listed.
      if (!isPlain(found.Type)) return undefined;
      return { secrets: await secretsIn(id, found) };
    },
  }),
}));

/** The types whose values anyone who may read the parameter sees. */
const isPlain = (type: string | undefined): boolean => type === 'String' || type === 'StringList';

/**
 * The values to examine: a list is one value for each of its items, which are separated by commas and hold none
 * (https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-su-create.html). Its text is examined as a whole
 * too, where no item shows a secret: what was put into a list may not be one.
 */
async function secretsIn(name: string, { Type, Value = '' }: Parameter): Promise<SecretFinding[]> {
  if (Type !== 'StringList') return findSecrets([{ name, value: Value }]);
  const items = await findSecrets(Value.split(',').map((value) => ({ name, value: value.trim() })));
  return items.length > 0 ? items : findSecrets([{ name, value: Value }]);
}

/** https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameters.html: at most ten names in a request. */
function valuesOf(api: Api<typeof sdk, 'GetParameters'>): Batch<Parameter> {
  return new Batch(10, async (names) => {
    const { Parameters } = await api.call('GetParameters', { Names: [...names], WithDecryption: false });
    return new Map((Parameters ?? []).map((each) => [each.Name ?? '', each]));
  });
}
