import type { Api } from '../../aws/api.ts';
import { resource } from '../../inventory/resource.ts';
import { shell } from '../../text/shell.ts';
import { lambda } from './service.ts';

const narrows = { CompatibleArchitecture: 'unless given', CompatibleRuntime: 'unless given' } as const;

/** A version of a layer of the account; each has a policy of its own. */
export const layerVersion = resource(lambda, 'AWS::Lambda::LayerVersion', {
  calls: ['ListLayers', 'ListLayerVersions'],
  often: { ListLayerVersions: 'per layer' },
  narrows: { ListLayers: narrows, ListLayerVersions: narrows },
  async *list(api) {
    for await (const { Layers = [] } of api.pages('ListLayers', { MaxItems: 50 }))
      for (const { LayerArn, LayerName: layer } of Layers) {
        if (LayerArn === undefined || layer === undefined) continue;
        for (const { arn, version } of await versionsOf(api, LayerArn))
          yield { id: `${layer}:${version}`, arn, layer, version };
      }
  },
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/permissions-layer-cross-account.html'],
}).facets((facet) => ({
  /** The text of its policy. AWS says ResourceNotFoundException of a version without one. */
  policy: facet.call('GetLayerVersionPolicy', {
    absentOn: ['ResourceNotFoundException'],
    input: ({ layer, version }) => ({ LayerName: layer, VersionNumber: version }),
    keep: ({ Policy }) => Policy,
  }),
}));

const versionsOf = (api: Api<typeof import('@aws-sdk/client-lambda'), 'ListLayerVersions'>, layer: string) =>
  api.shared(`versions of ${layer}`, async (api) => {
    const found = [];
    for await (const { LayerVersions = [] } of api.pages('ListLayerVersions', { LayerName: layer, MaxItems: 50 }))
      for (const { LayerVersionArn: arn, Version: version } of LayerVersions)
        if (arn !== undefined && version !== undefined) found.push({ arn, version });
    return found;
  });

interface Named {
  readonly layer: string;
  readonly version: number;
}

export const layerPolicy = {
  kind: 'generic',
  // Whoever gets it signs: "*" is every account of AWS.
  signed: true,
  at: 'policy',
  action: 'lambda:GetLayerVersion',
  put: ({ layer, version }: Named, _policy: string | undefined, taken: readonly (string | undefined)[]) =>
    taken.every((sid) => sid !== undefined)
      ? taken
          .map(
            (sid) =>
              shell`aws lambda remove-layer-version-permission --layer-name ${layer} --version-number ${version} --statement-id ${sid}`,
          )
          .join('\n')
      : undefined,
} as const;
