import type { Colour } from '../../../src/engine/finding.ts';
import { severities } from '../../../src/engine/severity.ts';
import type { AccountLine } from '../../../src/organization/merge/model.ts';
import { counted, thousands, toJson } from '../../text.ts';
import { accountColours, most, worstOf } from './context.ts';
import { Html, html, left, pill, right, tableOf } from './layout.ts';

/** What nobody knows is null, not 0. */
type Row = readonly [string, string, string, string, Colour, string, number | null, number | null];

const rowOf = ({ id, name, ou, status, judged }: AccountLine): Row => [
  id,
  name,
  ou,
  status,
  accountColours[status],
  judged === undefined ? 'not known' : (worstOf(judged.failedBySeverity) ?? 'nothing fails'),
  judged?.byStatus.fail ?? null,
  judged?.byStatus.unknown ?? null,
];

/** What nobody knows first, then what fails worst. */
function byNeed(a: AccountLine, b: AccountLine): number {
  const rank = ({ status }: AccountLine): number =>
    ['unreachable', 'failed', 'partial', 'scanned', 'skipped'].indexOf(status);
  const without = (rank(a) < 2 || rank(b) < 2 || a.status === 'skipped' || b.status === 'skipped') && rank(a) - rank(b);
  if (without !== false && without !== 0) return without;
  for (const severity of severities) {
    const order = (b.judged?.failedBySeverity[severity] ?? 0) - (a.judged?.failedBySeverity[severity] ?? 0);
    if (order !== 0) return order;
  }
  return a.id < b.id ? -1 : 1;
}

export function accountsTable(given: readonly AccountLine[], base: string): Html {
  const sorted = [...given].sort(byNeed);
  const shown = sorted.slice(0, most.rows);
  return html`<div class="search">
      <label for="search">Search</label
      ><input
        id="search"
        type="search"
        data-base="${base}"
        autocomplete="off"
        placeholder="id, name, unit, status"
      /><span id="accounts-said" role="status" class="muted"
        >${
          sorted.length > shown.length
            ? `${thousands(shown.length)} of ${thousands(sorted.length)} accounts: search for the others`
            : counted(sorted.length, 'account')
        }</span
      >
    </div>
    ${tableOf(
      'Accounts',
      [left('Account'), left('Name'), left('Unit'), left('Status'), left('Worst'), right('Failed'), right('Unknown')],
      shown
        .map(rowOf)
        .map(([id, name, ou, status, colour, worst, failed, unknown]) => [
          html`<a href="${base}accounts/${id}.html">${id}</a>`,
          name,
          ou,
          pill(colour, status),
          worst,
          failed ?? '?',
          unknown ?? '?',
        ]),
      { id: 'accounts' },
    )}${
      sorted.length > most.searched
        ? html`<p class="muted">
            The search knows ${most.searched} of ${counted(sorted.length, 'account')}; the pages of units have the
            others.
          </p>`
        : ''
    }`;
}

/** What the search looks through, in which nothing can end the element it stands in. */
export const accountsData = (given: readonly AccountLine[]): Html =>
  new Html(toJson([...given].sort(byNeed).slice(0, most.searched).map(rowOf)).replaceAll('<', String.raw`\u003c`));
