import { service } from '../../aws/service.ts';

export const kms = service({ id: 'kms', sdkId: 'KMS', load: () => import('./sdk.ts') });
