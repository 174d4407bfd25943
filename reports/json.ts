import { jsonLines } from '../src/engine/findings.ts';
import type { AnyResult } from '../src/engine/result.ts';
import type { Reporter } from '../src/engine/reporter.ts';
import { toJson } from './text.ts';

/** The result as one JSON document with its fields as they are, an element of a list per line. */
export const json: Reporter = {
  name: 'json',
  extension: 'json',
  render: pieces,
};

function* pieces(result: AnyResult): Generator<string> {
  let opening = '{\n';
  for (const [field, value] of Object.entries(result) as [string, unknown][]) {
    if (value === undefined) continue;
    yield `${opening}${toJson(field)}: `;
    if (field === 'findings') yield* list(jsonLines(result.findings));
    else if (Array.isArray(value)) yield* list(value.map((element) => toJson(element)));
    else yield toJson(value);
    opening = ',\n';
  }
  yield '\n}\n';
}

function* list(elements: Iterable<string>): Generator<string> {
  let opening = '[\n';
  for (const element of elements) {
    yield `${opening}${element}`;
    opening = ',\n';
  }
  yield opening === '[\n' ? '[]' : '\n]';
}
