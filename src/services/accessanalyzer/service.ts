import { service } from '../../aws/service.ts';

export const accessanalyzer = service({
  id: 'accessanalyzer',
  sdkId: 'AccessAnalyzer',
  iamPrefix: 'access-analyzer',
  load: () => import('./sdk.ts'),
});
