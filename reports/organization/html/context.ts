import type { Severity } from '../../../src/engine/check.ts';
import type { Colour } from '../../../src/engine/finding.ts';
import { severities } from '../../../src/engine/severity.ts';
import type {
  AccountStatus,
  FrameworkLine,
  OrganizationResult,
  PersonLine,
  UnitLine,
} from '../../../src/organization/merge/model.ts';
import { utc } from '../../words.ts';
import { standingsOf } from '../words.ts';
import type { Html } from './layout.ts';
import { pill, severityColour } from './layout.ts';

/** What a page holds at most: what is beyond is counted, and stands in JSON. */
export const most = {
  rows: 500,
  searched: 20_000,
  units: 500,
  findings: 1000,
  gaps: 200,
  columns: 40,
  requirements: 1000,
};
/** Where what is cut on a page stands. @param leftOver how many are told nowhere */
export const inJson = (leftOver = 0): string => (leftOver > 0 ? 'JSON has more of them.' : 'JSON has all of them.');

export interface Context {
  readonly result: OrganizationResult;
  readonly place: ReadonlyMap<string, number>;
  readonly foot: string;
  /** By account: users and groups of IAM Identity Center who administer it, or may. */
  readonly administrators: ReadonlyMap<string, readonly Administrator[]>;
}

/** Somebody of IAM Identity Center, and in words of what he is administrator. */
export interface Administrator extends Pick<PersonLine, 'id' | 'type' | 'sets'> {
  readonly is: string;
}

export function contextOf(result: OrganizationResult): Context {
  const { scan } = result;
  return {
    result,
    administrators: administratorsOf(result),
    place: new Map(result.accounts.map(({ id }, at) => [id, at])),
    foot: `Scan ${scan.id}, planned ${utc(scan.plannedAt)}, manifest ${scan.manifest.slice(0, 12)}, by audit ${scan.versions.join(', ')}`,
  };
}

function administratorsOf({ people = [] }: OrganizationResult): Context['administrators'] {
  const found = new Map<string, Administrator[]>();
  for (const person of people)
    for (const [is, accounts] of standingsOf(person))
      for (const account of accounts) {
        const own = found.get(account) ?? [];
        own.push({ ...person, is });
        found.set(account, own);
      }
  return found;
}

/** Ids are AWS's; another cannot lead out of the folder. */
export const unitPath = ({ id }: Pick<UnitLine, 'id'>): string => `units/${id.replaceAll(/[^\w-]/g, '_')}.html`;
export const matrixPath = ({ key }: Pick<FrameworkLine, 'key'>, at: number): string =>
  `requirements/${at + 1}-${key.replaceAll(/[^\w-]/g, '_')}.html`;

export const nameOf = ({ result: { scan } }: Context): string =>
  scan.organization === undefined ? 'Accounts' : `Organization ${scan.organization}`;

export const accountColours: Readonly<Record<AccountStatus, Colour>> = {
  scanned: 'green',
  partial: 'blue',
  failed: 'red',
  unreachable: 'red',
  skipped: 'grey',
};

export const worstOf = (failed: Readonly<Record<Severity, number>> | undefined): Severity | undefined =>
  failed === undefined ? undefined : severities.find((severity) => failed[severity] > 0);

export const severityPill = (severity: Severity | undefined, text: string = severity ?? 'nothing fails'): Html =>
  pill(severityColour(severity), text);

export const order = (severity: Severity | undefined): number =>
  severity === undefined ? severities.length : severities.indexOf(severity);
