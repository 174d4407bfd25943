import { fail, pass, type Subject, type Verdict } from '../../engine/check.ts';
import type { analyzers } from '../../services/accessanalyzer/analyzers.ts';
import { administers, notHere, type Standing } from './standing.ts';

/** What analyzers of some types look for. */
export interface Sought {
  readonly types: readonly string[];
  /** In words: `external access`. */
  readonly access: string;
  /** What an analyzer is called that the account should have of its own: `internal analyzer`. */
  readonly own: string;
}

/** Whether an analyzer of IAM Access Analyzer looks for some access in a region, of the account or of its organization. */
export function analyzerOf(
  { name, analyzers: found }: Subject<typeof analyzers, never>,
  where: Standing,
  { types, access, own }: Sought,
): Verdict {
  const all = found.filter(({ type }) => type !== undefined && types.includes(type));
  const active = all.find(({ status }) => status === 'ACTIVE');
  if (active !== undefined)
    return pass(`${name} looks for ${access} with ${active.name ?? active.arn}`, {
      analyzer: active.arn,
      type: active.type,
    });
  // One of the organization covers each of its accounts, and shows in the account that made it alone.
  const look = administers(where, 'access-analyzer.amazonaws.com');
  if (look.here !== true && !(look.here === false && look.kind === 'alone')) {
    const verdict = notHere(look, `the account has no active ${own} of its own; those of the organization`);
    if (verdict !== undefined) return verdict;
  }
  const [broken] = all;
  return broken === undefined
    ? fail(`${name} has no analyzer of ${access}`, { analyzers: found.length })
    : fail(
        `${name} has analyzer ${broken.name ?? broken.arn} of ${access}, but it is ${broken.status ?? 'in no known state'}, not ACTIVE`,
        { analyzer: broken.arn, status: broken.status },
      );
}
