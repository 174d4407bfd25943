import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonglacier.html */
export const glacier = service<typeof import('@aws-sdk/client-glacier')>({
  id: 'glacier',
  sdkId: 'Glacier',
  missingIn: [
    'ap-east-2',
    'ap-south-2',
    'ap-southeast-4',
    'ap-southeast-5',
    'ap-southeast-6',
    'ap-southeast-7',
    'ca-west-1',
    'eu-central-2',
    'eu-south-2',
    'il-central-1',
    'me-central-1',
    'mx-central-1',
  ],
  // What it always sends: https://docs.aws.amazon.com/amazonglacier/latest/dev/api-vaults-get.html
  // https://docs.aws.amazon.com/amazonglacier/latest/dev/api-GetVaultAccessPolicy.html
  // and https://docs.aws.amazon.com/amazonglacier/latest/dev/api-GetVaultLock.html
  sends: {
    DescribeVaultOutput: ['VaultARN', 'VaultName'],
    GetVaultAccessPolicyOutput: ['policy'],
    GetVaultLockOutput: ['Policy', 'State'],
    ListVaultsOutput: ['VaultList'],
    VaultAccessPolicy: ['Policy'],
  },
  load: () => import('./sdk.ts'),
});
