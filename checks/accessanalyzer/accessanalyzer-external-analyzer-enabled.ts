import { defineCheck } from '../../src/engine/check.ts';
import { analyzerOf } from '../../src/judgements/organization/analyzer.ts';
import { standing } from '../../src/judgements/organization/standing.ts';
import { analyzers } from '../../src/services/accessanalyzer/analyzers.ts';

/** Analyzers that look for access from outside; the others look for unused or internal access. */
const external = {
  types: ['ACCOUNT', 'ORGANIZATION'],
  access: 'external access',
  own: 'analyzer',
};

export default defineCheck({
  id: 'accessanalyzer-external-analyzer-enabled',
  title: 'IAM Access Analyzer looks for external access in the region',
  resource: analyzers,
  derived: { standing },
  risk: 'Buckets, keys, roles and other resources that are shared with strangers by mistake stay shared, because nothing reports them.',
  fix: {
    text: 'Create an external access analyzer in the region, for the account or (in the delegated administrator) for the organization.',
    cli: 'aws accessanalyzer create-analyzer --analyzer-name external-access --type ACCOUNT',
    terraform:
      'resource "aws_accessanalyzer_analyzer" "this" {\n  analyzer_name = "external-access"\n  type          = "ACCOUNT"\n}',
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-getting-started.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html',
  ],
  evaluate: (subject, { derived }) => analyzerOf(subject, derived.standing, external),
});
