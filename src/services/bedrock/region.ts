import { resource } from '../../inventory/resource.ts';
import { bedrock } from './service.ts';

/** Bedrock in a region: one item, whether or not it is used there. */
export const bedrockRegion = resource(bedrock, 'AWS::::Account', {
  calls: [],
  singleton: true,
  async *list(api) {
    yield { id: api.account, name: `Bedrock in ${api.region}` };
  },
  arn: ({ id }, { partition, region }) => `arn:${partition}:bedrock:${region}:${id}:settings`,
  references: ['https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-enforcements.html'],
}).facets((facet) => ({
  /** Guardrails that the account enforces itself; what its organization enforces is not among them. */
  enforced: facet({
    calls: ['ListEnforcedGuardrailsConfiguration'],
    async read(api) {
      const found = [];
      for await (const { guardrailsConfig } of api.pages('ListEnforcedGuardrailsConfiguration', {}))
        for (const { guardrailArn, guardrailId, guardrailVersion, modelEnforcement } of guardrailsConfig ?? [])
          found.push({
            guardrail: guardrailArn ?? guardrailId,
            version: guardrailVersion,
            /** `ALL`, or ids of models; undefined where it is not limited to some. */
            included: modelEnforcement?.includedModels,
            excluded: modelEnforcement?.excludedModels,
          });
      return found;
    },
  }),
}));
