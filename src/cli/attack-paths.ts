import type { Check, Context } from '../engine/check.ts';
import type { AttackPaths } from '../engine/result.ts';
import { pathsSvg } from '../iam/paths/svg.ts';
import { pathsText } from '../iam/paths/text.ts';
import type { Entry, PathsResult } from '../iam/paths/types.ts';
import { endpointEntries } from '../judgements/endpoints/endpoint-verdict.ts';
import { endpointsAlong, type EndpointValues } from '../judgements/endpoints/endpoints.ts';
import { type IdentityValues, type NetworkValues, pathsAlong, pathsOf } from '../judgements/escalation/escalation.ts';

/** The paths that checks judge, held fast for reports that show pictures. */
export interface WatchedPaths {
  /** To be judged instead of those given: the same checks. */
  readonly checks: readonly Check[];
  /** What they saw; undefined when none of them could judge. */
  readonly picture: () => AttackPaths | undefined;
}

const reads = ({ along }: Check, parts: Check['along']): boolean =>
  Object.entries(parts).every(([name, part]) => along[name] === part);

/** Watches the checks of attack paths, so that a picture needs no search of its own. */
export function watchPaths(checks: readonly Check[]): WatchedPaths {
  let paths: PathsResult | undefined;
  let endpoints: readonly Entry[] = [];
  const see = (check: Check, at: { account: string; partition: string }, context: Context): void => {
    const facts = context.along as IdentityValues & NetworkValues & EndpointValues;
    const found = pathsOf(at, facts, context, true);
    paths = found;
    if (reads(check, endpointsAlong)) endpoints = endpointEntries(at, found, facts, context).entries;
  };
  const watched = (check: Check): Check => ({
    ...check,
    evaluate(subject, context) {
      see(check, subject, context);
      return check.evaluate(subject, context);
    },
  });
  return {
    checks: checks.map((check) => (reads(check, pathsAlong) ? watched(check) : check)),
    picture: () => (paths === undefined ? undefined : draw({ ...paths, entries: [...paths.entries, ...endpoints] })),
  };
}

function draw(result: PathsResult): AttackPaths {
  const leading = result.principals.filter(
    ({ admin, paths }) => !admin && paths.some(({ verdict }) => verdict !== 'blocked'),
  );
  // The page styles it: its content policy allows no style but its own.
  const drawing = pathsSvg(result).replace(/<style>[^]*?<\/style>/, '');
  return {
    svg: drawing,
    text: [...pathsText(result)].join(''),
    count: leading.length + result.entries.length,
  };
}
