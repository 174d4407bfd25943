import { defineCheck } from '../../src/engine/check.ts';
import { analyzerOf } from '../../src/judgements/organization/analyzer.ts';
import { standing } from '../../src/judgements/organization/standing.ts';
import { analyzers } from '../../src/services/accessanalyzer/analyzers.ts';

/** Analyzers that look for access from within to what is named as critical. */
const internal = {
  types: ['ACCOUNT_INTERNAL_ACCESS', 'ORGANIZATION_INTERNAL_ACCESS'],
  access: 'access from within',
  own: 'internal analyzer',
};

export default defineCheck({
  id: 'accessanalyzer-internal-access-analyzer-enabled',
  title: 'IAM Access Analyzer looks for access from within in the region',
  resource: analyzers,
  derived: { standing },
  risk: 'Who inside the account or organization gets at the most valuable data is then known by reading policies only, which nobody does for all of them.',
  fix: {
    text: 'Create an internal access analyzer in the region, and name the buckets, databases and other resources that it is to watch in its rules; each costs by the month. For the organization, the delegated administrator creates one of type ORGANIZATION_INTERNAL_ACCESS.',
    cli: 'aws accessanalyzer create-analyzer --analyzer-name internal-access --type ACCOUNT_INTERNAL_ACCESS',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-create-internal.html'],
  evaluate: (subject, { derived }) => analyzerOf(subject, derived.standing, internal),
});
