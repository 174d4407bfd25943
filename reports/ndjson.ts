import { jsonLines } from '../src/engine/findings.ts';
import type { AnyResult } from '../src/engine/result.ts';
import type { Reporter } from '../src/engine/reporter.ts';
import { toJson } from './text.ts';

/**
 * One JSON object a line, told apart by `type`: first `run`, then every `finding`, then every `cause`, `check` and
 * `suppression`, `changes` where the run was compared, `exposed`, `trustedAdvisor`, `coverage`, for each framework a `framework` and its `requirement`s, and at
 * the end `summary`. A file without the last line was cut off.
 */
export const ndjson: Reporter = {
  name: 'ndjson',
  extension: 'ndjson',
  render: lines,
};

const line = (type: string, value: object): string => `${toJson({ type, ...value })}\n`;

function* lines(result: AnyResult): Generator<string> {
  yield line('run', { schemaVersion: result.schemaVersion, ...result.run });
  for (const text of jsonLines(result.findings)) yield `{"type":"finding",${text.slice(1)}\n`;
  for (const cause of result.causes) yield line('cause', cause);
  for (const check of result.checks) yield line('check', check);
  for (const notice of result.suppressions) yield line('suppression', notice);
  if (result.changes !== undefined) yield line('changes', result.changes);
  if (result.exposed !== undefined) yield line('exposed', result.exposed);
  if (result.trustedAdvisor !== undefined) yield line('trustedAdvisor', result.trustedAdvisor);
  yield line('coverage', result.coverage);
  for (const { framework, summary, withinSelection, requirements, attestations } of result.compliance ?? []) {
    yield line('framework', {
      ...framework,
      summary,
      ...(withinSelection === undefined ? {} : { withinSelection }),
      ...(attestations === undefined ? {} : { attestations }),
    });
    for (const requirement of requirements) yield line('requirement', { framework: framework.key, ...requirement });
  }
  yield line('summary', result.summary);
}
