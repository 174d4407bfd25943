import type { Finding } from '../../../src/engine/finding.ts';
import { colourOf, statuses } from '../../../src/engine/finding.ts';
import { severities } from '../../../src/engine/severity.ts';
import type { AccountDetails, CheckLine } from '../../../src/organization/merge/model.ts';
import { heldAgainst } from '../../../src/organization/merge/held.ts';
import { counted } from '../../text.ts';
import { statusNames, utc } from '../../words.ts';
import { inText, waysOf } from '../words.ts';
import type { Context } from './context.ts';
import { accountColours, inJson, most, nameOf, order, severityPill, unitPath, worstOf } from './context.ts';
import type { Html } from './layout.ts';
import { html, left, leftOut, pageOf, pill, tableOf } from './layout.ts';
import { controlsPart, peoplePart, waysPart } from './parts.ts';
import { requirementsPart } from './requirements-part.ts';

export function accountPage(context: Context, { line, findings, gaps, skippedRegions }: AccountDetails): string {
  const { result, place, administrators } = context;
  const shown = worstFindings(findings);
  const across = new Map(result.checks.map((each) => [each.check, each]));
  const above = [
    { href: '../index.html', text: nameOf(context) },
    ...line.units.map(({ id, name }) => ({ href: `../${unitPath({ id })}`, text: name })),
  ];
  const at = place.get(line.id) ?? 0;
  const { judged, cause } = line;
  const body = html`<div class="card">
      <p>
        ${pill(accountColours[line.status], line.status)}
        ${judged === undefined ? '' : severityPill(worstOf(judged.failedBySeverity))}
        ${cause === undefined ? '' : `${cause.message}${cause.hint === undefined ? '' : `. ${cause.hint}`}`}
      </p>
      ${
        judged === undefined
          ? html`<p>Nothing was judged: nobody knows what fails here.</p>`
          : html`<p class="sum">
              ${severities.map((severity) => html`<span><b>${judged.failedBySeverity[severity]}</b> ${severity}</span>`)}<span
                ><b>${judged.byStatus.unknown}</b> unknown</span
              ><span><b>${judged.byStatus.manual}</b> for a person</span
              ><span><b>${judged.byStatus.suppressed}</b> accepted</span
              ><span><b>${judged.byStatus.pass}</b> passed</span>${
                judged.new === undefined ? '' : html`<span><b>${judged.new}</b> new or worse</span>`
              }
            </p>`
      }
      <p class="muted">
        ${line.startedAt === undefined ? '' : `Scanned ${utc(line.startedAt)} to ${utc(line.finishedAt ?? '')}`}${
          judged === undefined ? '' : `, ${counted(judged.regions, 'region')}, ${counted(judged.resources, 'resource')}`
        }
      </p>
    </div>
    ${waysPart(waysOf(result.ways ?? [], line.id), 0, '../')}
    ${
      findings.length === 0
        ? ''
        : html`<h2>What did not pass</h2>
            ${findingsTable(shown, across)}${leftOut(findings.length, shown.length, 'finding', inJson())}`
    }
    ${
      gaps.length === 0
        ? ''
        : html`<h2>What could not be read</h2>
            ${tableOf(
              'What could not be read',
              [left('What'), left('Region'), left('Why')],
              gaps
                .slice(0, most.gaps)
                .map(({ resourceType, region, facet, cause: why }) => [`${resourceType}, ${facet}`, region, why]),
            )}${leftOut(gaps.length, most.gaps, 'gap', 'the result of the account has them all.')}`
    }
    ${skippedRegions.length === 0 ? '' : html`<p class="muted">Not looked at: ${skippedRegions.map(({ region, reason }) => `${region} (${reason})`).join('; ')}</p>`}
    ${controlsPart(line)} ${peoplePart(administrators.get(line.id) ?? [], 0)}
    ${requirementsPart(result, heldAgainst(result.compliance, [at]))}`;
  return pageOf({ title: `${line.id} ${line.name}`, above, body, foot: context.foot });
}

/** The worst of an account, of which nobody holds all. */
function worstFindings(findings: Iterable<Finding>): readonly Finding[] {
  const inOrder = (a: Finding, b: Finding): number =>
    statuses.indexOf(a.status) - statuses.indexOf(b.status) || order(a.severity) - order(b.severity);
  let kept: Finding[] = [];
  for (const finding of findings) {
    kept.push(finding);
    // Sorting keeps the order of those that are as bad.
    if (kept.length >= 4 * most.findings) kept = kept.sort(inOrder).slice(0, most.findings);
  }
  return kept.sort(inOrder).slice(0, most.findings);
}

const findingsTable = (findings: readonly Finding[], across: ReadonlyMap<string, CheckLine>): Html =>
  tableOf(
    'What did not pass',
    [left('Finding'), left('Status'), left('Region'), left('Resource'), left('Elsewhere')],
    findings.map(({ title, message, status, severity, region, resource, check, suppression }) => {
      const line = across.get(check);
      return [
        html`${title}<br /><span class="muted"
            >${message}${suppression === undefined ? '' : `; accepted by ${suppression.owner}: ${suppression.reason}`}</span
          >`,
        pill(colourOf(status, severity), status === 'fail' ? severity : `${statusNames[status]}, ${severity}`),
        html`<span class="whole">${region}</span>`,
        html`<code class="cell">${resource.arn}</code>`,
        line === undefined ? '' : inText(line),
      ];
    }),
  );
