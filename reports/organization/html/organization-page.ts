import { colourOf } from '../../../src/engine/finding.ts';
import { severities } from '../../../src/engine/severity.ts';
import type { CheckLine, OrganizationResult, UnitLine } from '../../../src/organization/merge/model.ts';
import { requirementStatusNames } from '../../requirements.ts';
import { counted } from '../../text.ts';
import { statusNames } from '../../words.ts';
import { isPassing } from '../parts.ts';
import { causeText, frameworkName, inText, personText, sumText } from '../words.ts';
import { accountsData, accountsTable } from './accounts-table.ts';
import type { Context } from './context.ts';
import { inJson, matrixPath, most, nameOf, severityPill } from './context.ts';
import { Html, html, left, leftOut, pageOf, pill, right, tableOf } from './layout.ts';
import { notScannedPart, peoplePart, unitText, waysPart } from './parts.ts';

export function organizationPage(context: Context): string {
  const { result } = context;
  const { summary, units, compliance, accounts } = result;
  const body = html`${sumCard(result)} ${notScannedPart(result, '')}
    ${
      result.notes.length === 0
        ? ''
        : html`<h2>Notes</h2>
            <ul class="card">
              ${result.notes.map((note) => html`<li>${note}</li>`)}
            </ul>`
    }
    <h2>Of the organization</h2>
    ${tableOf(
      'Of the organization',
      [left('Question'), left('Status'), left('Answer')],
      result.organizationFindings.map(({ title, status, severity, message }) => [
        title,
        status === 'not-applicable'
          ? pill('grey', 'not applicable')
          : pill(colourOf(status, severity), statusNames[status]),
        message,
      ]),
    )}
    ${waysPart(result.ways ?? [], result.waysLeft, '')}
    ${peoplePart(
      (result.people ?? []).map((person) => ({ ...person, is: personText(person) })),
      result.peopleLeft,
    )}
    ${
      units.length === 0
        ? ''
        : html`<h2>Units</h2>
            ${tree(units)}`
    }
    <h2>Accounts</h2>
    ${accountsTable(accounts, '')}
    <h2>What to change</h2>
    ${causesTable(result)}
    <h2>What fails in how many accounts</h2>
    ${checksTable(result.checks.filter((line) => !isPassing(line)))}
    ${
      compliance.length === 0
        ? ''
        : html`<h2>Requirements</h2>
            ${tableOf(
              'Requirements',
              [left('Framework'), ...requirementColumns.map((status) => right(requirementStatusNames[status]))],
              compliance.map((framework, at) => [
                html`<a href="${matrixPath(framework, at)}">${frameworkName(framework)}</a>`,
                ...requirementColumns.map((status) => framework.summary[status]),
              ]),
            )}`
    }
    <script type="application/json" id="accounts-data">
      ${accountsData(accounts)}
    </script>`;
  return pageOf({
    title: `${nameOf(context)}: ${counted(summary.accounts.manifest, 'account')}`,
    above: [],
    body,
    foot: context.foot,
  });
}

const requirementColumns = [
  'not-met',
  'unknown',
  'manual',
  'not-covered',
  'not-applicable',
  'met-with-accepted-risks',
  'met',
] as const;

function sumCard({ summary }: Pick<OrganizationResult, 'summary'>): Html {
  const { failedBySeverity, byStatus } = summary;
  return html`<div class="card">
    <p>
      ${pill(summary.complete ? 'green' : 'red', summary.complete ? 'complete' : 'incomplete')}
      ${sumText(summary.accounts)}
    </p>
    <p class="sum">
      ${severities.map((severity) => html`<span><b>${failedBySeverity[severity]}</b> ${severity}</span>`)}<span
        ><b>${byStatus.unknown}</b> unknown</span
      ><span><b>${byStatus.manual}</b> for a person</span><span><b>${byStatus.suppressed}</b> accepted</span
      ><span><b>${byStatus.pass}</b> passed</span>${
        summary.new === undefined ? '' : html`<span><b>${summary.new}</b> new or worse</span>`
      }
    </p>
  </div>`;
}

/** The tree of units, in the order of the lines: each stands after the one above it. */
function tree(units: readonly UnitLine[]): Html {
  const shown = units.slice(0, most.units);
  let text = '';
  let depth = -1;
  for (const unit of shown) {
    if (unit.depth > depth) text += '<ul>'.repeat(unit.depth - depth);
    else text += `</li>${'</ul></li>'.repeat(depth - unit.depth)}`;
    depth = unit.depth;
    text += `<li>${unitText(unit, '').text}`;
  }
  text += '</li></ul>'.repeat(depth + 1);
  return html`<div class="card tree">${new Html(text)}</div>
    ${units.length > shown.length ? html`<p class="muted">${shown.length} of ${counted(units.length, 'unit')} are shown; the others are on the pages of those above them.</p>` : ''}`;
}

function causesTable({ causes: all, causesLeft }: OrganizationResult): Html {
  const shown = all.slice(0, most.rows);
  return html`${tableOf(
    'What to change',
    [left('Cause'), left('Severity'), right('Accounts'), right('Findings'), right('Resources'), left('For example')],
    shown.map(({ title, severity, status, accounts, causes, findings, resources, example, subject }) => [
      html`${causeText({ title, subject, causes })}${subject === undefined ? '' : html`<br /><code class="muted">${subject}</code>`}`,
      status === 'unknown' ? pill('blue', `${severity}, unknown`) : severityPill(severity),
      accounts,
      findings,
      resources,
      html`<a href="accounts/${example.account}.html">${example.account}</a>`,
    ]),
  )}${leftOut(all.length + causesLeft, shown.length, 'cause', inJson(causesLeft))}`;
}

function checksTable(lines: readonly CheckLine[]): Html {
  const shown = lines.slice(0, most.rows);
  return html`${tableOf(
    'What fails in how many accounts',
    [left('Check'), left('Status'), left('Severity'), left('Where'), right('Resources')],
    shown.map((line) => [
      html`${line.title}<br /><code class="muted">${line.check}</code>`,
      line.status === 'not-applicable'
        ? pill('grey', 'not applicable')
        : pill(colourOf(line.status, line.severity ?? 'informational'), statusNames[line.status]),
      line.severity,
      inText(line),
      line.byStatus.fail,
    ]),
  )}${leftOut(lines.length, shown.length, 'check', inJson())}`;
}
