import { defineCheck, fail, pass } from '../../src/engine/check.ts';
import { administers, notHere, standing } from '../../src/judgements/organization/standing.ts';
import { analyzers } from '../../src/services/accessanalyzer/analyzers.ts';

/** Types that look for access from within to what is named as critical. */
const internal = new Set<string | undefined>(['ACCOUNT_INTERNAL_ACCESS', 'ORGANIZATION_INTERNAL_ACCESS']);

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
  evaluate({ name, analyzers: found }, { derived }) {
    const all = found.filter(({ type }) => internal.has(type));
    const active = all.find(({ status }) => status === 'ACTIVE');
    if (active !== undefined)
      return pass(`${name} looks for access from within with ${active.name ?? active.arn}`, {
        analyzer: active.arn,
        type: active.type,
      });
    // One of the organization shows in the account that made it alone.
    const look = administers(derived.standing, 'access-analyzer.amazonaws.com');
    if (look.here !== true && !(look.here === false && look.kind === 'alone')) {
      const verdict = notHere(
        look,
        'the account has no active internal analyzer of its own; those of the organization',
      );
      if (verdict !== undefined) return verdict;
    }
    const [broken] = all;
    return broken === undefined
      ? fail(`${name} has no analyzer of access from within`, { analyzers: found.length })
      : fail(
          `${name} has analyzer ${broken.name ?? broken.arn} of access from within, but it is ${broken.status ?? 'in no known state'}, not ACTIVE`,
          { analyzer: broken.arn, status: broken.status },
        );
  },
});
