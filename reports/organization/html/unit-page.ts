import { severities } from '../../../src/engine/severity.ts';
import type { UnitLine } from '../../../src/organization/merge/model.ts';
import { checkStandings } from '../../../src/organization/merge/model.ts';
import { counted, thousands } from '../../text.ts';
import { sumText } from '../words.ts';
import { accountsData, accountsTable } from './accounts-table.ts';
import type { Context } from './context.ts';
import { inJson, most, nameOf, order, severityPill, unitPath, worstOf } from './context.ts';
import { html, left, leftOut, pageOf, pill, tableOf } from './layout.ts';
import { notScannedPart, unitText } from './parts.ts';
import { requirementsPart } from './requirements-part.ts';

export function unitPage(context: Context, unit: UnitLine): string {
  const { result, place } = context;
  const own = result.accounts.filter(({ units }) => units.some(({ id }) => id === unit.id));
  const places = own.map(({ id }) => place.get(id) ?? 0);
  const children = result.units.filter(({ parent }) => parent === unit.id);
  const failing = result.checks.flatMap((line) => {
    const counts = checkStandings.map(() => 0);
    for (const at of places) {
      const standing = line.standings[at] ?? 0;
      counts[standing] = (counts[standing] ?? 0) + 1;
    }
    const of = (name: (typeof checkStandings)[number]): number => counts[checkStandings.indexOf(name)] ?? 0;
    const unknown = of('unknown') + of('not-judged');
    return of('fail') + of('unknown') === 0
      ? []
      : [{ line, fail: of('fail'), unknown, all: own.length - of('skipped') }];
  });
  failing.sort(
    (a, b) =>
      order(a.line.severity) - order(b.line.severity) || b.fail - a.fail || (a.line.check < b.line.check ? -1 : 1),
  );
  const shown = failing.slice(0, most.rows);
  const above = [
    { href: '../index.html', text: nameOf(context) },
    ...(own[0]?.units ?? [])
      .slice(0, unit.depth)
      .map(({ id, name }) => ({ href: `../${unitPath({ id })}`, text: name })),
  ];
  const body = html`<div class="card">
      <p>${severityPill(worstOf(unit.failedBySeverity))} ${sumText(unit.accounts)}</p>
      <p class="sum">
        ${severities.map((severity) => html`<span><b>${unit.failedBySeverity[severity]}</b> ${severity}</span>`)}<span
          ><b>${unit.byStatus.unknown}</b> unknown</span
        ><span><b>${unit.byStatus.suppressed}</b> accepted</span>${
          unit.new === undefined ? '' : html`<span><b>${unit.new}</b> new or worse</span>`
        }
      </p>
      <p class="muted">${unit.path} <code>${unit.id}</code></p>
    </div>
    ${
      children.length === 0
        ? ''
        : html`<h2>Units</h2>
            <ul class="card tree">
              ${children.slice(0, most.units).map((child) => html`<li>${unitText(child, '../')}</li>`)}
            </ul>
            ${leftOut(children.length, most.units, 'unit', inJson())}`
    }
    ${notScannedPart({ accounts: own }, '../')} ${requirementsPart(result, unit.compliance)}
    <h2>Accounts</h2>
    ${accountsTable(own, '../')}
    <h2>What fails in how many accounts</h2>
    ${tableOf(
      'What fails in how many accounts',
      [left('Check'), left('Severity'), left('Where')],
      shown.map(({ line, fail, unknown, all }) => [
        html`${line.title}<br /><code class="muted">${line.check}</code>`,
        fail > 0 ? severityPill(line.severity) : pill('blue', 'unknown'),
        `${fail > 0 ? `in ${thousands(fail)} of ${counted(all, 'account')}` : ''}${fail > 0 && unknown > 0 ? ', ' : ''}${unknown > 0 ? `not known in ${thousands(unknown)}` : ''}`,
      ]),
    )}${leftOut(failing.length, shown.length, 'check', inJson())}
    <script type="application/json" id="accounts-data">
      ${accountsData(own)}
    </script>`;
  return pageOf({ title: `${unit.name}: ${counted(own.length, 'account')}`, above, body, foot: context.foot });
}
