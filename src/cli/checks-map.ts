import { namesIn, namesInLines } from '../elsewhere/names-in-file.ts';
import type { Tool } from '../elsewhere/names.ts';
import { controlsOf } from '../elsewhere/tools.ts';
import { whyNever } from '../engine/not-live.ts';
import { AuditError } from '../program/errors.ts';
import { parseJson } from '../text/json.ts';
import { columns, count } from './columns.ts';
import { readText } from './json-file.ts';

/** What another tool's control is here. */
export interface Mapped {
  /** As the file names it. */
  readonly name: string;
  /** Ids of our checks; `reason`: why there is none. */
  readonly checks: readonly { readonly id: string; readonly live: boolean; readonly reason?: string }[];
}

/** The controls that a file names, in its order. @throws AuditError `usage` where it names none */
export async function mapped(tool: Tool, file: string, isLive: (id: string) => boolean): Promise<Mapped[]> {
  const text = await readText(file);
  const names = [...new Set(namesOf(text))];
  if (names.length === 0)
    throw new AuditError('usage', `${file}: names no controls`, {
      hint: 'One name a line, a JSON list, or what the tool prints as JSON.',
    });
  return names.map((name) => ({
    name,
    checks: controlsOf(tool, name).map((id) =>
      isLive(id) ? { id, live: true } : { id, live: false, reason: whyNever(id) ?? 'not written yet' },
    ),
  }));
}

function namesOf(text: string): string[] {
  if (!/^\s*[[{]/.test(text)) return namesInLines(text);
  try {
    return namesIn(parseJson(text));
  } catch {
    // A text may begin so too, e.g. [S3.1].
    return namesInLines(text);
  }
}

export function* mappedListing(all: readonly Mapped[]): Generator<string> {
  yield* columns(
    ['NAME', 'CHECK', 'STATE'],
    all.flatMap(({ name, checks }) =>
      checks.length === 0
        ? [[name, '-', 'no control of the catalogue']]
        : checks.map(({ id, live, reason }) => [name, id, live ? 'live' : (reason ?? '')]),
    ),
  );
  const live = all.filter(({ checks }) => checks.some((each) => each.live));
  yield `\n${live.length} of ${count(all.length, 'name')} with a check\n`;
}
