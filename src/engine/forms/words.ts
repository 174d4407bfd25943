import type { Verdict } from '../check.ts';
import { few } from '../../text/few.ts';
import { headOf, keyOf, valueAt } from './path.ts';

/**
 * A verdict as a form's table holds it. In its text `{path}` stands for what the subject says there:
 * - `{label}` is the resource as messages call it, `{settings.days}` a setting, `{now:day}` the day of the run
 * - `{path:day}` a moment's date, `{path:count}` how many a list has, `{path:some}` the first three of a list and how many more
 * - `{path|else}` has other words for what AWS did not say and for an empty list; without them it is `(not said)`
 * - `[, on {path:day}]` is left out as a whole when something in it was not said
 *
 * What a text cannot say, a function of the subject does.
 */
export type Cell<S = never, C = never> = Verdict | ((subject: S, context: C) => Verdict);

/** What the words of a verdict may quote: the subject's members by name, and what a form adds. */
export interface Facts {
  readonly subject: object;
  readonly added: Readonly<Record<string, unknown>>;
}

/** An optional part in brackets, or a place. */
const parts = /\[([^[\]]*\{[^[\]]*)\]|\{([\w.-]+)(?::(\w+))?(?:\|([^{}]*))?\}/g;
const places = /\{([\w.-]+)[^{}]*\}/g;

/** The paths that a text quotes. */
const quotedBy = (text: string): readonly string[] => [...text.matchAll(places)].map(([, path = '']) => path);

/** The verdict of a cell, its text filled in; what was observed is the facts' `seen` where the cell says nothing else. */
export function speak(cell: Cell, facts: Facts, context: object, seen: unknown): Verdict {
  const verdict: Verdict = typeof cell === 'function' ? cell(facts.subject as never, context as never) : cell;
  if (typeof cell === 'function') return verdict;
  switch (verdict.kind) {
    case 'not-applicable':
      return { ...verdict, reason: fill(verdict.reason, facts) };
    case 'unknown':
      return { ...verdict, cause: fill(verdict.cause, facts) };
    case 'pass':
    case 'fail':
    case 'manual':
      return { ...verdict, message: fill(verdict.message, facts), observed: verdict.observed ?? seen };
  }
}

/** A text with its places filled in. */
export const fill = (text: string, facts: Facts): string =>
  text.replaceAll(parts, (_, optional?: string, path = '', form?: string, otherwise?: string) => {
    if (optional !== undefined)
      return quotedBy(optional).every((one) => look(one, facts) !== undefined) ? fill(optional, facts) : '';
    const value = look(path, facts);
    const none = value === undefined || (Array.isArray(value) && value.length === 0);
    return none && otherwise !== undefined ? otherwise : value === undefined ? '(not said)' : shown(value, form);
  });

/** Undefined for what AWS did not say; an empty text says nothing either. */
function look(path: string, { subject, added }: Facts): unknown {
  const found = headOf(path) in added ? valueAt(added, path) : valueAt(subject, path);
  return found === null || found === '' ? undefined : found;
}

function shown(value: unknown, form: string | undefined): string {
  if (Array.isArray(value)) {
    if (form === 'count') return String(value.length);
    return form === 'some' ? few(value) : value.join(', ');
  }
  return form === 'day' ? keyOf(value).slice(0, 10) : keyOf(value);
}

/** The paths that the texts of some cells quote; of functions nothing is known. */
export const quotedByCells = (cells: readonly (Cell | undefined)[]): readonly string[] =>
  cells.flatMap((cell) => {
    if (cell === undefined || typeof cell === 'function') return [];
    return quotedBy(cell.kind === 'unknown' ? cell.cause : cell.kind === 'not-applicable' ? cell.reason : cell.message);
  });
