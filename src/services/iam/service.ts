import { service } from '../../aws/service.ts';

export const iam = service({ id: 'iam', sdkId: 'IAM', scope: 'global', load: () => import('./sdk.ts') });

/** The SDK's module, for helpers that take an `Api`. */
export type IamSdk = typeof import('./sdk.ts');
