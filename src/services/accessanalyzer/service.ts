import { service } from '../../aws/service.ts';

export const accessanalyzer = service<typeof import('@aws-sdk/client-accessanalyzer')>({
  id: 'accessanalyzer',
  sdkId: 'AccessAnalyzer',
  iamPrefix: 'access-analyzer',
  // What it always sends: https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_AnalyzerSummary.html
  sends: {
    AnalyzerSummary: ['arn', 'name', 'type', 'status'],
    FindingSummary: ['id', 'resourceType', 'status', 'resourceOwnerAccount'],
    ListAnalyzersResponse: ['analyzers'],
    ListFindingsResponse: ['findings'],
  },
  load: () => import('./sdk.ts'),
});
