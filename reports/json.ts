import type { RunResult } from '../src/engine/result.ts';
import type { Reporter } from './reporter.ts';
import { toJson } from './text.ts';

/** The result as one JSON document with its fields as they are, an element of a list per line. */
export const json: Reporter = {
  name: 'json',
  extension: 'json',
  render: pieces,
};

function* pieces(result: RunResult): Generator<string> {
  let opening = '{\n';
  for (const [field, value] of Object.entries(result) as [string, unknown][]) {
    if (value === undefined) continue;
    yield `${opening}${toJson(field)}: `;
    if (Array.isArray(value)) yield* list(value);
    else yield toJson(value);
    opening = ',\n';
  }
  yield '\n}\n';
}

function* list(values: readonly unknown[]): Generator<string> {
  let opening = '[\n';
  for (const value of values) {
    yield `${opening}${toJson(value)}`;
    opening = ',\n';
  }
  yield values.length === 0 ? '[]' : '\n]';
}
