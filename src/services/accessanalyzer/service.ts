import { service } from '../../aws/service.ts';

export const accessanalyzer = service<typeof import('@aws-sdk/client-accessanalyzer')>({
  id: 'accessanalyzer',
  sdkId: 'AccessAnalyzer',
  iamPrefix: 'access-analyzer',
  // What it always sends: https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_AnalyzerSummary.html
  sends: {
    AnalyzerSummary: ['arn', 'name', 'type', 'status'],
    ListAnalyzersResponse: ['analyzers'],
  },
  load: () => import('./sdk.ts'),
});
