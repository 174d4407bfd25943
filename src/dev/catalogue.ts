import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Category, Same, Severity } from '../engine/check.ts';

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
  /** Where else it is from: rules of other tools, `proposed`, `new since mid-2025`, `added later`. */
  readonly sources: readonly string[];
}

/** The fields of one line: separated by commas, in double quotes where they hold a comma or a (doubled) quote. */
function fieldsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain,
  );
}

const listOf = (field: string | undefined): readonly string[] => (field ?? '').split(';').filter((one) => one !== '');

/** The names of the control in other tools, those it has. */
function sameOf(field: Readonly<Record<string, string>>): Same {
  const all = {
    prowler: listOf(field['prowler']),
    securityhub: listOf(field['securityhub']),
    cloudsploit: listOf(field['cloudsploit']),
    trustedadvisor: listOf(field['trusted_advisor']),
  };
  return Object.fromEntries(Object.entries(all).filter(([, names]) => names.length > 0));
}

/**
 * Every row of `catalogue/*.csv` by id.
 * @throws Error for an id that stands twice or in another service's file
 */
export function readCatalogue(root: string): ReadonlyMap<string, Row> {
  const rows = new Map<string, Row>();
  const folder = join(root, 'catalogue');
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.csv'))
    .sort()) {
    const service = file.slice(0, -4);
    const [head = '', ...lines] = readFileSync(join(folder, file), 'utf8').trimEnd().split('\n');
    const columns = head.split(',');
    for (const line of lines) {
      const fields = fieldsOf(line);
      const field = Object.fromEntries(columns.map((column, n) => [column, fields[n] ?? '']));
      const { id = '' } = field;
      if (rows.has(id)) throw new Error(`catalogue/${file}: ${id} stands twice`);
      if (!id.startsWith(`${service}-`) || fields.length !== columns.length)
        throw new Error(`catalogue/${file}: not a row of this file: ${line}`);
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
