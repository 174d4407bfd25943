import type { AccountWay, OrganizationResult, UnitLine } from '../../../src/organization/merge/model.ts';
import { counted, thousands } from '../../text.ts';
import { notScanned, wayColour, wayParts } from '../words.ts';
import { accountColours, inJson, most, severityPill, unitPath, worstOf } from './context.ts';
import type { Html } from './layout.ts';
import { html, left, leftOut, pill, right, tableOf } from './layout.ts';

export function notScannedPart(result: Pick<OrganizationResult, 'accounts'>, base: string): Html {
  const groups = notScanned(result);
  if (groups.length === 0) return html``;
  return html`<h2>Not scanned, or not wholly</h2>
    ${tableOf(
      'Not scanned',
      [left('Status'), left('Why'), right('Accounts'), left('Which')],
      groups.map(({ status, why, hint, accounts }) => [
        pill(accountColours[status], status),
        html`${why}${hint === undefined ? '' : html`<br /><span class="muted">${hint}</span>`}`,
        accounts.length,
        html`${accounts.slice(0, 100).map((id, at) => html`${at === 0 ? '' : ', '}<a href="${base}accounts/${id}.html">${id}</a>`)}${
          accounts.length > 100 ? ` … and ${thousands(accounts.length - 100)} more in the table of accounts` : ''
        }`,
      ]),
    )}`;
}

/** @param leftOver how many more there are than are told at all */
export function waysPart(ways: readonly AccountWay[], leftOver: number, base: string): Html {
  if (ways.length === 0) return html``;
  const shown = ways.slice(0, most.rows);
  return html`<h2>Ways to administrator of another account</h2>
    ${tableOf(
      'Ways to administrator of another account',
      [left('From'), left('To'), left('Verdict'), left('Way')],
      shown.map((way) => [
        html`<a href="${base}accounts/${way.from}.html">${way.from}</a>`,
        html`<a href="${base}accounts/${way.to}.html">${way.to}</a>${
            way.toManagement ? html`<br /><span class="muted">management account</span>` : ''
          }`,
        pill(wayColour(way), way.verdict),
        wayCell(way),
      ]),
    )}${leftOut(ways.length + leftOver, shown.length, 'way', leftOver > 0 ? 'JSON has more of them.' : inJson)}`;
}

/** Of a way with many steps these are folded away; on paper all are there. */
function wayCell(way: AccountWay): Html {
  const { what, steps } = wayParts(way);
  const all = html`<ol>
    ${steps.map((step) => html`<li>${step}</li>`)}
  </ol>`;
  return steps.length <= 2
    ? html`${what}${all}`
    : html`${what}
        <details>
          <summary>${counted(steps.length, 'step')}</summary>
          ${all}
        </details>`;
}

export function unitText(unit: UnitLine, base: string): Html {
  const { accounts, failedBySeverity } = unit;
  const missing = accounts.partial + accounts.failed + accounts.unreachable;
  const worst = worstOf(failedBySeverity);
  const judged = accounts.scanned + accounts.partial;
  return html`<a href="${base}${unitPath(unit)}">${unit.name}</a>
    ${judged === 0 ? pill('blue', 'not known') : severityPill(worst)}${
      missing === 0 ? '' : html` ${pill('blue', `${thousands(missing)} incomplete`)}`
    }
    <span class="muted"
      >${counted(accounts.manifest, 'account')}${
        worst === undefined ? '' : `, ${thousands(failedBySeverity[worst])} ${worst}`
      }</span
    >`;
}
