import { service } from '../../aws/service.ts';
import type * as sdk from './sdk.ts';

export const iam = service({ id: 'iam', sdkId: 'IAM', scope: 'global', load: () => import('./sdk.ts') });

/** The SDK's module, for helpers that take an `Api`. */
export type IamSdk = typeof sdk;
