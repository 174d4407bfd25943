import { defineCheck, fail, pass } from '../../src/engine/check.ts';
import { administers, notHere, standing } from '../../src/judgements/organization/standing.ts';
import { analyzers } from '../../src/services/accessanalyzer/analyzers.ts';

/** Types that look for access from outside; the others look for unused or internal access. */
const external = new Set(['ACCOUNT', 'ORGANIZATION']);

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
  evaluate({ name, analyzers: found }, { derived }) {
    const all = found.filter(({ type }) => type !== undefined && external.has(type));
    const active = all.find(({ status }) => status === 'ACTIVE');
    if (active !== undefined)
      return pass(`${name} looks for external access with ${active.name ?? active.arn}`, {
        analyzer: active.arn,
        type: active.type,
      });
    // One of the organization covers each of its accounts, and shows in the account that made it alone.
    const look = administers(derived.standing, 'access-analyzer.amazonaws.com');
    if (look.here !== true && !(look.here === false && look.kind === 'alone')) {
      const verdict = notHere(look, 'the account has no active analyzer of its own; those of the organization');
      if (verdict !== undefined) return verdict;
    }
    const [broken] = all;
    return broken === undefined
      ? fail(`${name} has no analyzer of external access`, { analyzers: found.length })
      : fail(
          `${name} has analyzer ${broken.name ?? broken.arn} of external access, but it is ${broken.status ?? 'in no known state'}, not ACTIVE`,
          {
            analyzer: broken.arn,
            status: broken.status,
          },
        );
  },
});
