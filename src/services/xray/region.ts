import { resource } from '../../inventory/resource.ts';
import { xray } from './service.ts';

/** X-Ray of a region, whether or not it is used there. */
export const xrayRegion = resource(xray, 'AWS::::Account', {
  calls: [],
  singleton: true,
  async *list({ account, region }) {
    yield { id: account, name: `X-Ray in ${region}` };
  },
  arn: ({ id }, { partition, region }) => `arn:${partition}:xray:${region}:${id}:settings`,
}).facets((facet) => ({
  /** The rules by which requests are recorded, the one called Default among them. */
  sampling: facet({
    calls: ['GetSamplingRules'],
    async read(api) {
      const found = [];
      for await (const { SamplingRuleRecords } of api.pages('GetSamplingRules', {}))
        for (const { SamplingRule: rule } of SamplingRuleRecords ?? [])
          if (rule !== undefined)
            found.push({ name: rule.RuleName, rate: rule.FixedRate, reservoir: rule.ReservoirSize });
      return found;
    },
  }),
  encryption: facet.call('GetEncryptionConfig', {
    keep: ({ EncryptionConfig: config }) => ({ type: config?.Type, status: config?.Status, keyId: config?.KeyId }),
  }),
}));

/** `NONE` is X-Ray's own encryption, and not plain text: https://docs.aws.amazon.com/xray/latest/api/API_EncryptionConfig.html */
export const traceEncryption = {
  at: 'encryption.type',
  is: { KMS: 'kms', NONE: 'aws' },
  unsaid: undefined,
  key: 'encryption.keyId',
  what: 'its traces',
} as const;
