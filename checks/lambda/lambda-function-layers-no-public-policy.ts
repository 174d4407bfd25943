import { notPublic } from '../../src/judgements/exposure/resource-policy.ts';
import { layerPolicy, layerVersion } from '../../src/services/lambda/layer-version.ts';

export default notPublic(layerVersion, 'lambda-function-layers-no-public-policy', {
  title: 'Policies of Lambda layers do not let every account in',
  policy: layerPolicy,
  risk: 'Every account of AWS may download the layer and read what is in it: code, configuration, and now and then a secret that was built in.',
  fix: {
    text: 'Name the accounts that use the layer, or the organization: `aws lambda add-layer-version-permission --principal "*" --organization-id o-…`. A version that was public may have been copied: change what was secret in it.',
  },
  references: ['https://docs.aws.amazon.com/lambda/latest/api/API_AddLayerVersionPermission.html'],
});
