import { partitionOfRegion } from '../../partitions/partitions.ts';
import { knownRegions } from '../../partitions/partitions.ts';
import type { OrganizationPolicies } from '../../iam/types.ts';
import type { Denied, Where } from './denied.ts';
import { allDenied } from './denied.ts';
import { regionalActions } from './denials.ts';
import { few } from '../../text/few.ts';

/** Regions of a partition, and the question which of them a set of policies closes to users and roles. */
export interface OpenRegions {
  readonly all: readonly string[];
  /** What is said where none is. */
  readonly noneClosed: string;
  /**
   * Whether every region but the used ones is closed; without used ones, whether at least one is.
   * @returns the statements that close them, or what is open
   */
  readonly ask: (scps: OrganizationPolicies, where: Where, used: readonly string[]) => Denied;
}

/** A region is closed where nothing can be started in it: an instance, a function, a database. */
export function openRegions(partition: string): OpenRegions {
  const all = knownRegions.filter((region) => partitionOfRegion(region).id === partition);
  const noneClosed = `all ${all.length} regions are open`;
  const ask: OpenRegions['ask'] = (scps, where, used) => {
    const answers = all
      .filter((region) => !used.includes(region))
      .map((region) => ({ region, found: closed(region, scps, where) }));
    const open = answers.filter(({ found }) => found.answer === 'no').map(({ region }) => region);
    const unsure = answers.find(({ found }) => found.answer === 'unknown');
    const shut = answers.flatMap(({ found }) => (found.answer === 'yes' ? found.statements : []));
    const some = answers.some(({ found }) => found.answer === 'yes');
    const enough = used.length === 0 ? some : open.length === 0 && unsure === undefined;
    if (enough) return { answer: 'yes', statements: shut };
    if (open.length === 0 || (used.length === 0 && unsure !== undefined))
      return unsure?.found ?? { answer: 'yes', statements: shut };
    return { answer: 'no', because: used.length === 0 ? noneClosed : `open besides those in use: ${shown(open)}` };
  };
  return { all, noneClosed, ask };
}

const closed = (region: string, scps: OrganizationPolicies, where: Where): Denied =>
  allDenied(
    ['role', 'user'],
    regionalActions.map((action) => ({ ...action, region })),
    { scps },
    where,
  );

const shown = (regions: readonly string[]): string => few(regions, 4);
