import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrock.html */
export const bedrock = service<typeof import('@aws-sdk/client-bedrock')>({
  id: 'bedrock',
  sdkId: 'Bedrock',
  missingIn: ['ap-east-1'],
  // What it always sends: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ListEnforcedGuardrailsConfiguration.html
  sends: {
    // Its model requires nothing of it; by its ID it is deleted:
    // https://docs.aws.amazon.com/bedrock/latest/APIReference/API_DeleteEnforcedGuardrailConfiguration.html
    AccountEnforcedGuardrailOutputConfiguration: ['configId'],
    ListEnforcedGuardrailsConfigurationResponse: ['guardrailsConfig'],
    ModelEnforcement: ['excludedModels', 'includedModels'],
  },
  load: () => import('./sdk.ts'),
});
