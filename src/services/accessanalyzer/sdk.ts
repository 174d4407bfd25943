export {
  AccessAnalyzerClient as Client,
  ListAnalyzersCommand,
  paginateListAnalyzers,
} from '@aws-sdk/client-accessanalyzer';
