import type { Parameter } from '@aws-sdk/client-ssm';
import { listed } from '../../inventory/listed.ts';
import { findSecrets } from '../../secrets/find.ts';
import type { SecretFinding } from '../../secrets/find.ts';
import { parseDocument } from '../../text/policy-document.ts';
import { tagsOf } from '../tags.ts';
import { ssm } from './service.ts';

/** A parameter of Parameter Store. */
export const parameter = listed(ssm, 'AWS::SSM::Parameter', 'DescribeParameters', {
  at: 'Parameters',
  input: { MaxResults: 50 },
  narrows: {
    Filters: 'unless given',
    ParameterFilters: 'unless given',
    Shared: "hides other accounts' parameters: they are judged there",
  },
  tagsFrom: 'tags',
  id: ({ Name }) => Name,
  keep: {
    arn: 'ARN',
    /** `String`, `StringList` or `SecureString`. */
    type: 'Type',
    /** When its value or settings were changed last; undefined in snapshots of earlier versions. */
    changedAt: 'LastModifiedDate',
    /** `Standard` or `Advanced`. */
    tier: 'Tier',
    /** How many policies of expiry and notification it has; undefined in snapshots of earlier versions. */
    policies: ({ Policies }): number | undefined => (Policies ?? []).length,
    /** What a SecureString is encrypted with: an ARN, an id or an alias; that of AWS is `alias/aws/ssm`. */
    keyId: 'KeyId',
  },
  arn: ({ id }, { partition, region, account }) =>
    `arn:${partition}:ssm:${region}:${account}:parameter${id.startsWith('/') ? '' : '/'}${id}`,
}).facets((facet) => ({
  tags: facet.call('ListTagsForResource', {
    input: ({ id }) => ({ ResourceType: 'Parameter' as const, ResourceId: id }),
    keep: ({ TagList }) => tagsOf(TagList),
  }),
  /**
   * Its resource policies as one document. Undefined without any: only advanced parameters may have some, so others are not asked
   * (https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-shared-parameters.html).
   */
  policy: facet({
    calls: ['GetResourcePolicies'],
    async read(api, { tier, arn, id }): Promise<string | undefined> {
      if (tier === 'Standard') return undefined;
      const ResourceArn =
        arn ?? `arn:${api.partition}:ssm:${api.region}:${api.account}:parameter/${id.replace(/^\//, '')}`;
      const found: string[] = [];
      for await (const { Policies } of api.pages('GetResourcePolicies', { ResourceArn, MaxResults: 50 }))
        for (const { Policy } of Policies ?? []) if (Policy !== undefined) found.push(Policy);
      return asOne(found);
    },
  }),
  /**
   * Secrets in the value of a String or StringList parameter: kinds, no value, and how long it is. Undefined for a SecureString: its value is not asked
   * for, and nothing is ever decrypted.
   */
  valueSecrets: facet.batch({
    calls: ['GetParameters'],
    // https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameters.html
    most: 10,
    asks: ({ type }) => isPlain(type),
    async read(api, items) {
      const Names = items.map(({ id }) => id);
      const { Parameters, InvalidParameters } = await api.call('GetParameters', { Names, WithDecryption: false });
      const found = await Promise.all(
        (Parameters ?? []).map(async (each) => [each.Name ?? '', await examined(each)] as const),
      );
      const gone = (InvalidParameters ?? []).map((name) => [name, isGone()] as const);
      return new Map<string, (typeof found)[number][1] | Error>([...gone, ...found]);
    },
  }),
}));

/** Each of them allows and denies by itself, so that one with the statements of all says the same. What is no document stays as it is. */
function asOne(policies: readonly string[]): string | undefined {
  if (policies.length <= 1) return policies[0];
  const parsed = policies.map((policy) => parseDocument(policy));
  const unread = parsed.findIndex((one) => !one.ok);
  if (unread !== -1) return policies[unread];
  const statements = parsed
    .flatMap((one) => (one.ok ? [(one.json as { readonly Statement?: unknown }).Statement].flat() : []))
    .filter((statement) => statement !== undefined);
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

const isGone = (): Error => Object.assign(new Error('the parameter is gone'), { name: 'ParameterNotFound' });

/** Undefined of one that was deleted and made anew as a SecureString since it was listed. */
const examined = async (
  found: Parameter,
): Promise<{ secrets: SecretFinding[]; bytes: number | undefined } | undefined> =>
  isPlain(found.Type)
    ? { secrets: await secretsIn(found), bytes: found.Value === undefined ? undefined : Buffer.byteLength(found.Value) }
    : undefined;

/** The types whose values anyone who may read the parameter sees. */
const isPlain = (type: string | undefined): boolean => type === 'String' || type === 'StringList';

/**
 * The values to examine: a list is one value for each of its items, which are separated by commas and hold none
 * (https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-su-create.html). Its text is examined as a whole
 * too, where no item shows a secret: what was put into a list may not be one.
 */
async function secretsIn({ Name: name = '', Type, Value = '' }: Parameter): Promise<SecretFinding[]> {
  if (Type !== 'StringList') return findSecrets([{ name, value: Value }]);
  const items = await findSecrets(Value.split(',').map((value) => ({ name, value: value.trim() })));
  return items.length > 0 ? items : findSecrets([{ name, value: Value }]);
}

export const parameterPolicy = { kind: 'generic', at: 'policy', action: 'ssm:GetParameter' } as const;
