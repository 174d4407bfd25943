import type { Api as HttpApi, Stage } from '@aws-sdk/client-apigatewayv2';
import type { Api } from '../../aws/api.ts';
import { everyPage } from './pages.ts';

/** All HTTP and WebSocket APIs: asked once per region, for the APIs themselves and for their stages. */
export function apisOf(
  api: Api<typeof import('@aws-sdk/client-apigatewayv2'), 'GetApis'>,
): Promise<readonly HttpApi[]> {
  return api.once('APIs', () => everyPage((page) => api.call('GetApis', page)));
}

/** The stages of one API, with their variables: asked once. What is made of them must not hold the variables. */
export function stagesOfApi(
  api: Api<typeof import('@aws-sdk/client-apigatewayv2'), 'GetStages'>,
  ApiId: string,
): Promise<readonly Stage[]> {
  return api.once(`stages of ${ApiId}`, () => everyPage((page) => api.call('GetStages', { ApiId, ...page })));
}
