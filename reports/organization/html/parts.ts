import type { AccountLine, AccountWay, OrganizationResult, UnitLine } from '../../../src/organization/merge/model.ts';
import { counted, thousands } from '../../text.ts';
import { notScanned, someOf, wayColour, wayParts } from '../words.ts';
import type { Administrator } from './context.ts';
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
    )}${leftOut(ways.length + leftOver, shown.length, 'way', inJson(leftOver))}`;
}

/** Users and groups of IAM Identity Center. */
export function peoplePart(people: readonly Administrator[], leftOver: number): Html {
  if (people.length === 0) return html``;
  const shown = people.slice(0, most.rows);
  return html`<h2>Administrators by IAM Identity Center</h2>
    ${tableOf(
      'Administrators by IAM Identity Center',
      [left('Who'), left('Is'), left('Permission sets')],
      shown.map(({ id, type, sets, is }) => [
        html`${type === 'other' ? 'principal' : type.toLowerCase()} <code>${id}</code>`,
        is,
        someOf(sets),
      ]),
    )}${leftOut(people.length + leftOver, shown.length, 'principal', inJson(leftOver))}`;
}

/** Policies of the organization that bind an account, level by level. */
export function controlsPart({ controls }: Pick<AccountLine, 'controls'>): Html {
  if (controls === undefined) return html``;
  const names = [
    ['Service control policies', controls.scps],
    ['Resource control policies', controls.rcps],
  ] as const;
  return html`<h2>Policies of the organization in effect</h2>
    ${tableOf(
      'Policies of the organization in effect',
      [left('Kind'), left('Root first, the account last')],
      names.map(([name, of]) => [
        name,
        'levels' in of
          ? html`<ol>
              ${of.levels.map((level) => html`<li>${someOf(level)}</li>`)}
            </ol>`
          : 'none' in of
            ? `None: ${of.none}`
            : html`${pill('blue', 'unknown')} ${of.unknown}`,
      ]),
    )}`;
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
