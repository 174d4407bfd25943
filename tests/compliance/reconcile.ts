import type { Compliance } from '../../src/engine/compliance.ts';
import type { Coverage } from '../../src/engine/result.ts';

/** What of a result does not add up, a line each: both sides of every equation are counted apart. */
export function unreconciled(compliance: readonly Compliance[], coverage: Coverage): string[] {
  const lists = new Map((coverage.populations ?? []).map((each) => [each.list, each]));
  const ran = new Map(coverage.checks.map((each) => [each.check, each]));
  const ofChecks = coverage.checks.flatMap(({ check, list = '', population, leftOut = 0, unsupported }) => {
    const listed = lists.get(list);
    // A type that has no scope in the partition has no list.
    const expected = listed === undefined ? 0 : listed.listed + listed.unlisted.length - leftOut;
    return population === expected ? [] : [`${check}: ${population} of ${expected} listed (${unsupported} nowhere)`];
  });
  const ofRequirements = compliance.flatMap(({ framework: { key }, requirements, summary }) => {
    const { assessable: _assessable, unlisted: _unlisted, total, ...counts } = summary;
    const sum = Object.values(counts).reduce((a, b) => a + b, 0);
    return [
      ...(sum === total && total === requirements.length ? [] : [`${key}: ${sum} of ${total} requirements`]),
      ...requirements.flatMap(({ id, checks }) =>
        checks.flatMap((each) => {
          const evaluated =
            each.passed + each.failed + each.unknown + each.manual + each.suppressed + each.notApplicable;
          const population = ran.get(each.check)?.population ?? 0;
          return evaluated === each.population && evaluated === population
            ? []
            : [
                `${key} ${id} ${each.check}: ${evaluated} evaluated, ${each.population} and ${population} in the population`,
              ];
        }),
      ),
    ];
  });
  return [...ofChecks, ...ofRequirements];
}
