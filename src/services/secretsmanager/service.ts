import { service } from '../../aws/service.ts';

export const secretsmanager = service<typeof import('@aws-sdk/client-secrets-manager')>({
  id: 'secretsmanager',
  sdkId: 'Secrets Manager',
  // What it always sends: https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ListSecrets.html
  sends: {
    ListSecretsResponse: ['SecretList'],
    SecretListEntry: ['ARN', 'Name'],
    DescribeSecretResponse: ['ARN', 'Name'],
    GetResourcePolicyResponse: ['ARN'],
    ExternalSecretRotationMetadataItem: ['Key'],
    ReplicationStatusType: ['Region', 'Status'],
  },
  load: () => import('./sdk.ts'),
});
