import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Category, Same, Severity } from '../engine/check.ts';
import { type Line, listOf, readCsv } from './csv.ts';

/** One control of the catalogue, `catalogue/<service>.csv`: of a check that is live, or of one still to be written. */
export interface Row {
  /** The check's id; its first word is the service. */
  readonly id: string;
  readonly service: string;
  /** What one finding is about. Of a live check its resource type decides; see `npm run catalogue`. */
  readonly scope: 'account' | 'region' | 'resource';
  /** CloudFormation's name, `AWS::::Account` for settings. Of a live check its resource type decides. */
  readonly resourceType: string;
  readonly category: Category;
  readonly severity: Severity;
  readonly same: Same;
  /** IAM actions that whoever judges it probably needs. */
  readonly actions: readonly string[];
  /** 1 to 3: which come first. */
  readonly tier: number;
  /** Where else it is from: rules of other tools, `proposed`, `new since mid-2025`, `added later`, `question` (of questions.csv). */
  readonly sources: readonly string[];
}

/** The names of the control in other tools, those it has. */
function sameOf(field: Line): Same {
  const all = {
    prowler: listOf(field['prowler']),
    securityhub: listOf(field['securityhub']),
    cloudsploit: listOf(field['cloudsploit']),
    trustedadvisor: listOf(field['trusted_advisor']),
  };
  return Object.fromEntries(Object.entries(all).filter(([, names]) => names.length > 0));
}

/** Tables beside the services' own: questions with the rows that answer them, and rows that can have no check. */
const others = ['questions.csv', 'not-live.csv'];

/**
 * Every row of the services' `catalogue/*.csv` by id.
 * @throws Error for an id that stands twice or in another service's file
 */
export function readCatalogue(root: string): ReadonlyMap<string, Row> {
  const rows = new Map<string, Row>();
  const folder = join(root, 'catalogue');
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.csv') && !others.includes(name))
    .sort()) {
    const service = file.slice(0, -4);
    for (const field of readCsv(join(folder, file))) {
      const { id = '' } = field;
      if (rows.has(id)) throw new Error(`catalogue/${file}: ${id} stands twice`);
      if (!id.startsWith(`${service}-`)) throw new Error(`catalogue/${file}: not a row of this file: ${id}`);
      // What the columns may hold is tested once, in tests/catalogue.
      rows.set(id, {
        id,
        service,
        scope: field['scope'] as Row['scope'],
        resourceType: field['resource_type'] ?? '',
        category: field['category'] as Category,
        severity: field['severity'] as Severity,
        same: sameOf(field),
        actions: listOf(field['api']),
        tier: Number(field['tier']),
        sources: listOf(field['other_sources']),
      });
    }
  }
  return rows;
}

/**
 * Why rows can have no check whatever is done, by id: `catalogue/not-live.csv`.
 * @throws Error for an id without a row
 */
export function readReasons(root: string, catalogue: ReadonlyMap<string, Row>): ReadonlyMap<string, string> {
  const reasons = new Map(
    readCsv(join(root, 'catalogue/not-live.csv')).map(({ id = '', reason = '' }) => [id, reason]),
  );
  for (const id of reasons.keys())
    if (!catalogue.has(id)) throw new Error(`catalogue/not-live.csv: the catalogue has no row ${id}`);
  return reasons;
}
