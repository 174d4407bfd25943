import { type Row, readCatalogue, readReasons } from '../catalogue.ts';
import { checkFiles } from '../gen-index.ts';
import { type Question, readQuestions, type Standing, type State, stateOf } from './questions.ts';

/** What the catalogue and the files of checks say of each question. */
export interface Coverage extends Standing {
  readonly catalogue: ReadonlyMap<string, Row>;
  readonly questions: readonly (Question & { readonly state: State })[];
}

export function coverageOf(root: string): Coverage {
  const catalogue = readCatalogue(root);
  const standing: Standing = {
    live: new Set(checkFiles(root).map((file) => file.slice(file.indexOf('/') + 1, -3))),
    reasons: readReasons(root, catalogue),
  };
  const questions = readQuestions(root, catalogue).map((one) => ({ ...one, state: stateOf(one, standing) }));
  return { catalogue, ...standing, questions };
}

/** How many questions are in which state. */
export type Tally = Readonly<Record<State | 'questions', number>>;

export function tallyOf(questions: readonly { readonly state: State }[]): Tally {
  const tally = { questions: questions.length, answered: 0, part: 0, open: 0, 'no API': 0 };
  for (const { state } of questions) tally[state] += 1;
  return tally;
}

/** How many rows there are, and have a check or a reason why they can have none. */
export interface Rows {
  readonly rows: number;
  readonly live: number;
  readonly never: number;
}

/** @param tier only rows of this one */
export function rowsOf({ catalogue, live, reasons }: Coverage, tier?: number): Rows {
  const rows = [...catalogue.values()].filter((row) => tier === undefined || row.tier === tier);
  return {
    rows: rows.length,
    live: rows.filter(({ id }) => live.has(id)).length,
    never: rows.filter(({ id }) => reasons.has(id)).length,
  };
}
