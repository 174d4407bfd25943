import { defineCheck, fail, notApplicable, pass } from '../../src/engine/check.ts';
import { placeOf } from '../../src/services/organizations/organization.ts';
import { analyzers } from '../../src/services/accessanalyzer/analyzers.ts';

/** Types that look for access from outside; the others look for unused or internal access. */
const external = new Set(['ACCOUNT', 'ORGANIZATION']);

export default defineCheck({
  id: 'accessanalyzer-external-analyzer-enabled',
  title: 'IAM Access Analyzer looks for external access in the region',
  resource: analyzers,
  needs: ['organization', 'delegatedAdministrators'],
  risk: 'Buckets, keys, roles and other resources that are shared with strangers by mistake stay shared, because nothing reports them.',
  fix: {
    text: 'Create an external access analyzer in the region, for the account or (in the delegated administrator) for the organization.',
    cli: 'aws accessanalyzer create-analyzer --region {region} --analyzer-name external-access --type ACCOUNT',
    terraform:
      'resource "aws_accessanalyzer_analyzer" "this" {\n  analyzer_name = "external-access"\n  type          = "ACCOUNT"\n}',
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-getting-started.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html',
  ],
  evaluate(subject) {
    const { name, analyzers: found } = subject;
    const all = found.filter(({ type }) => type !== undefined && external.has(type));
    const active = all.find(({ status }) => status === 'ACTIVE');
    if (active !== undefined)
      return pass(`${name} looks for external access with ${active.name ?? active.arn}`, {
        analyzer: active.arn,
        type: active.type,
      });
    // One of the organization covers each of its accounts, and shows in the account that made it alone.
    const place = placeOf(subject.organization);
    if (place.kind !== 'alone') {
      const administrators = subject.delegatedAdministrators ?? [];
      const others = administrators.filter((id) => id !== subject.account);
      if (others.length > 0 && others.length === administrators.length)
        return notApplicable(
          `the account has no active analyzer of its own; those of the organization are judged in account ${others.join(', ')}`,
        );
      if (place.kind === 'member' && administrators.length === 0)
        return notApplicable(
          `the account has no active analyzer of its own; those of the organization: ${place.elsewhere}`,
        );
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
