import { join } from 'node:path';
import { matcher } from '../../text/glob.ts';
import type { Row } from '../catalogue.ts';
import { listOf, readCsv } from '../csv.ts';

/** What a user wants to know, and what answers it: a line of `catalogue/questions.csv`. */
export interface Question {
  readonly id: string;
  /** A group of questions, by what they are about. */
  readonly system: string;
  readonly question: string;
  /** As written: ids of rows, `athena-*`, or `same:trustedadvisor` (every row that Trusted Advisor has a name for). */
  readonly answeredBy: readonly string[];
  /** Those rows' ids, whether a check stands for them or not. */
  readonly rows: readonly string[];
  /** What is shown with findings and answers it, or helps to. */
  readonly fact: string;
  /** What the rows, were they all live, would still leave open. */
  readonly missing: string;
  /** What no API answers, and why: a whole sentence. */
  readonly none: string;
}

/** `no API` where none answers any of it, which its sentence says. */
export type State = 'open' | 'part' | 'answered' | 'no API';

/**
 * Every question, in the order of the file.
 * @throws Error for one that names a row that does not exist
 */
export function readQuestions(root: string, catalogue: ReadonlyMap<string, Row>): Question[] {
  return readCsv(join(root, 'catalogue/questions.csv')).map((line) => {
    const { id = '', system = '', question = '', fact = '', missing = '', none = '' } = line;
    const answeredBy = listOf(line['checks']);
    const rows = answeredBy.flatMap((one) => {
      const named = rowsNamed(one, catalogue);
      if (named.length === 0) throw new Error(`catalogue/questions.csv: ${id}: the catalogue has no row ${one}`);
      return named;
    });
    return { id, system, question, answeredBy, rows: [...new Set(rows)], fact, missing, none };
  });
}

/** The ids of the rows that one entry of the column `checks` stands for. */
export function rowsNamed(entry: string, catalogue: ReadonlyMap<string, Row>): string[] {
  if (entry === 'same:trustedadvisor')
    return [...catalogue.values()].filter(({ same }) => same.trustedadvisor !== undefined).map(({ id }) => id);
  if (!entry.includes('*')) return catalogue.has(entry) ? [entry] : [];
  return [...catalogue.keys()].filter(matcher(entry));
}

/** What stands for a row of the catalogue today. */
export interface Standing {
  /** Ids of the live checks. */
  readonly live: ReadonlySet<string>;
  /** Why a row can have no check, by id. */
  readonly reasons: ReadonlyMap<string, string>;
}

/** How far a question is answered. For a row that can have no check its reason stands, once another row has one. */
export function stateOf({ rows, fact, missing, none }: Question, { live, reasons }: Standing): State {
  const whole = missing === '' ? 'answered' : 'part';
  if (rows.length === 0) return fact !== '' ? whole : none === '' ? 'open' : 'no API';
  if (rows.every((id) => reasons.has(id))) return 'no API';
  if (!rows.some((id) => live.has(id))) return 'open';
  return rows.every((id) => live.has(id) || reasons.has(id)) ? whole : 'part';
}
