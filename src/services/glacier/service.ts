import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonglacier.html */
export const glacier = service<typeof import('@aws-sdk/client-glacier')>({
  id: 'glacier',
  sdkId: 'Glacier',
  // What it always sends: https://docs.aws.amazon.com/amazonglacier/latest/dev/api-vaults-get.html
  // and https://docs.aws.amazon.com/amazonglacier/latest/dev/api-GetVaultAccessPolicy.html
  sends: {
    DescribeVaultOutput: ['VaultARN', 'VaultName'],
    GetVaultAccessPolicyOutput: ['policy'],
    ListVaultsOutput: ['VaultList'],
    VaultAccessPolicy: ['Policy'],
  },
  load: () => import('./sdk.ts'),
});
