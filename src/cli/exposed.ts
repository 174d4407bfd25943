import { ReportInputs } from '../engine/derive.ts';
import type { Check } from '../engine/check.ts';
import type { Exposed } from '../engine/exposed.ts';
import { resourceFilter } from '../engine/judge.ts';
import type { JudgeOptions } from '../engine/judge.ts';
import type { AnyResult } from '../engine/result.ts';
import { publicEndpoints } from '../judgements/escalation/endpoint-verdict.ts';
import { attackPaths } from '../judgements/escalation/escalation.ts';
import { exposedOf } from '../judgements/exposed/exposed.ts';
import { exposedWays } from '../judgements/exposed/ways.ts';
import { place } from './organization-place.ts';
import { advice } from './trusted-advisor.ts';

/**
 * What reports show of what checks work out, and what the internet reaches.
 * @param pictured whether attack paths are drawn
 * @param unasked whether they are although no selected check asks for them
 */
export const reportInputs = (pictured: boolean, unasked: boolean): ReportInputs =>
  new ReportInputs(pictured ? [attackPaths, publicEndpoints] : [], {
    kept: [attackPaths],
    atEnd: [exposedWays, advice, place],
    wholeAtEnd: unasked ? [attackPaths, publicEndpoints] : [],
  });

/** What of the account the internet reaches, of what was judged. */
export function exposedIn(
  result: AnyResult,
  inputs: ReportInputs,
  checks: { readonly selected: readonly Check[]; readonly all: readonly Check[] },
  options: Pick<JudgeOptions, 'resources' | 'tags' | 'regions'>,
): Exposed {
  const wanted = resourceFilter(options);
  const regions = new Set(result.run.regions);
  return exposedOf({
    partition: result.run.partition,
    findings: result.findings,
    ...checks,
    ways: inputs.get(exposedWays),
    paths: inputs.get(attackPaths),
    opened: inputs.opened,
    wanted: ({ arn, region, id, name, tags }) =>
      (region === 'global' || region === 'unknown' || regions.has(region)) &&
      wanted?.({ arn, region, item: { id, name } }, tags) !== false,
  });
}
