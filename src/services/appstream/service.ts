import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonappstream2.0.html */
export const appstream = service<typeof import('@aws-sdk/client-appstream')>({
  id: 'appstream',
  sdkId: 'AppStream',
  // What it always sends: https://docs.aws.amazon.com/appstream2/latest/APIReference/API_Fleet.html
  sends: { DescribeFleetsResult: ['Fleets'], Fleet: ['Arn', 'Name'] },
  load: () => import('./sdk.ts'),
});
