import type { Severity } from '../../../src/engine/check.ts';
import type { Colour, Finding } from '../../../src/engine/finding.ts';
import { colourOf, statuses } from '../../../src/engine/finding.ts';
import { severities } from '../../../src/engine/severity.ts';
import type {
  AccountDetails,
  AccountLine,
  AccountStatus,
  AccountWay,
  CheckLine,
  FrameworkLine,
  OrganizationResult,
  RequirementStanding,
  UnitLine,
} from '../../../src/organization/merge/model.ts';
import { checkStandings, requirementStandings } from '../../../src/organization/merge/model.ts';
import { requirementColours, requirementStatusNames } from '../../requirements.ts';
import { counted, thousands, toJson } from '../../text.ts';
import { statusNames, utc } from '../../words.ts';
import { isPassing } from '../parts.ts';
import { causeText, inText, notScanned, sumText, wayColour, waysOf, wayText } from '../words.ts';
import { Html, html, left, leftOut, pageOf, pill, right, severityColour, tableOf } from './layout.ts';

/** What a page holds at most: what is beyond is counted, and stands in JSON. */
const most = { rows: 500, searched: 20_000, units: 500, findings: 1000, gaps: 200, columns: 40, requirements: 1000 };
const inJson = 'JSON and CSV have all of them.';

export interface HtmlFile {
  /** Below the report's folder. */
  readonly path: string;
  readonly text: string;
}

/**
 * A page for each account and unit, the matrices, and the organization's own, which comes last. Each of bounded size, none needing
 * a network or a server; they link each other by relative names.
 */
export async function* pages(result: OrganizationResult): AsyncGenerator<HtmlFile> {
  const context = contextOf(result);
  for await (const details of result.details())
    yield { path: `accounts/${details.line.id}.html`, text: accountPage(context, details) };
  for (const unit of result.units) yield { path: unitPath(unit), text: unitPage(context, unit) };
  for (const [at, framework] of result.compliance.entries())
    yield { path: matrixPath(framework, at), text: matrixPage(context, framework) };
  yield { path: 'index.html', text: organizationPage(context) };
}

interface Context {
  readonly result: OrganizationResult;
  readonly place: ReadonlyMap<string, number>;
  readonly foot: string;
}

function contextOf(result: OrganizationResult): Context {
  const { scan } = result;
  return {
    result,
    place: new Map(result.accounts.map(({ id }, at) => [id, at])),
    foot: `Scan ${scan.id}, planned ${utc(scan.plannedAt)}, manifest ${scan.manifest.slice(0, 12)}, by audit ${scan.versions.join(', ')}`,
  };
}

/** Ids are AWS's; another cannot lead out of the folder. */
const unitPath = ({ id }: Pick<UnitLine, 'id'>): string => `units/${id.replaceAll(/[^\w-]/g, '_')}.html`;
const matrixPath = ({ key }: FrameworkLine, at: number): string =>
  `requirements/${at + 1}-${key.replaceAll(/[^\w-]/g, '_')}.html`;

const nameOf = ({ result: { scan } }: Context): string =>
  scan.organization === undefined ? 'Accounts' : `Organization ${scan.organization}`;

const accountColours: Readonly<Record<AccountStatus, Colour>> = {
  scanned: 'green',
  partial: 'blue',
  failed: 'red',
  unreachable: 'red',
  skipped: 'grey',
};

const worstOf = (failed: Readonly<Record<Severity, number>> | undefined): Severity | undefined =>
  failed === undefined ? undefined : severities.find((severity) => failed[severity] > 0);

const severityPill = (severity: Severity | undefined, text: string = severity ?? 'nothing fails'): Html =>
  pill(severityColour(severity), text);

// --- the organization

function organizationPage(context: Context): string {
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
                html`<a href="${matrixPath(framework, at)}"
                  >${framework.name}${framework.version === null ? '' : ` ${framework.version}`}</a
                >`,
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

function notScannedPart(result: Pick<OrganizationResult, 'accounts'>, base: string): Html {
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
function waysPart(ways: readonly AccountWay[], leftOver: number, base: string): Html {
  if (ways.length === 0) return html``;
  const shown = ways.slice(0, most.rows);
  return html`<h2>Ways to administrator of another account</h2>
    ${tableOf(
      'Ways to administrator of another account',
      [left('From'), left('To'), left('Verdict'), left('Way')],
      shown.map((way) => [
        html`<a href="${base}accounts/${way.from}.html">${way.from}</a>`,
        html`<a href="${base}accounts/${way.to}.html">${way.to}</a
          >${way.toManagement ? ', the management account' : ''}`,
        pill(wayColour(way), way.verdict),
        wayText(way),
      ]),
    )}${leftOut(ways.length + leftOver, shown.length, 'way', leftOver > 0 ? 'JSON has more of them.' : inJson)}`;
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

function unitText(unit: UnitLine, base: string): Html {
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

function accountsTable(given: readonly AccountLine[], base: string): Html {
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
const accountsData = (given: readonly AccountLine[]): Html =>
  new Html(toJson([...given].sort(byNeed).slice(0, most.searched).map(rowOf)).replaceAll('<', String.raw`\u003c`));

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
  )}${leftOut(all.length + causesLeft, shown.length, 'cause', inJson)}`;
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
  )}${leftOut(lines.length, shown.length, 'check', inJson)}`;
}

// --- a unit

function unitPage(context: Context, unit: UnitLine): string {
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
      <p class="muted">${unit.path} <code>${unit.id}</code></p>
    </div>
    ${
      children.length === 0
        ? ''
        : html`<h2>Units</h2>
            <ul class="card tree">
              ${children.slice(0, most.units).map((child) => html`<li>${unitText(child, '../')}</li>`)}
            </ul>
            ${leftOut(children.length, most.units, 'unit', inJson)}`
    }
    ${notScannedPart({ accounts: own }, '../')}
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
    )}${leftOut(failing.length, shown.length, 'check', inJson)}
    <script type="application/json" id="accounts-data">
      ${accountsData(own)}
    </script>`;
  return pageOf({ title: `${unit.name}: ${counted(own.length, 'account')}`, above, body, foot: context.foot });
}

const order = (severity: Severity | undefined): number =>
  severity === undefined ? severities.length : severities.indexOf(severity);

// --- an account

function accountPage(context: Context, { line, findings, gaps, skippedRegions }: AccountDetails): string {
  const { result, place } = context;
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
              ><span><b>${judged.byStatus.pass}</b> passed</span>
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
            ${findingsTable(shown, across)}${leftOut(findings.length, shown.length, 'finding', inJson)}`
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
    ${requirementsOf(result, at)}`;
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
        region,
        html`<code class="cell">${resource.arn}</code>`,
        line === undefined ? '' : inText(line),
      ];
    }),
  );

function requirementsOf({ compliance }: OrganizationResult, at: number): Html {
  const parts = compliance.map((framework, index) => {
    const counts = new Map<RequirementStanding, number>();
    const notMet: string[] = [];
    for (const { id, number = id, standings } of framework.requirements) {
      const standing = requirementStandings[standings[at] ?? 0] ?? 'not-judged';
      counts.set(standing, (counts.get(standing) ?? 0) + 1);
      if (standing === 'not-met') notMet.push(number);
    }
    const told = requirementStandings.filter((standing) => (counts.get(standing) ?? 0) > 0);
    return [
      html`<a href="../${matrixPath(framework, index)}">${framework.name}</a>`,
      told.map((standing) => `${thousands(counts.get(standing) ?? 0)} ${standingNames[standing]}`).join(', '),
      `${notMet.slice(0, most.gaps).join(', ')}${notMet.length > most.gaps ? ` … and ${thousands(notMet.length - most.gaps)} more` : ''}`,
    ];
  });
  return parts.length === 0
    ? html``
    : html`<h2>Requirements</h2>
        ${tableOf('Requirements', [left('Framework'), left('Status'), left('Not met')], parts)}`;
}

// --- requirements by accounts

const standingNames: Readonly<Record<RequirementStanding, string>> = {
  ...requirementStatusNames,
  'not-judged': 'not judged',
  skipped: 'skipped',
};
const standingColours: Readonly<Record<RequirementStanding, Colour>> = {
  ...requirementColours,
  'not-judged': 'blue',
  skipped: 'grey',
};
const letters: Readonly<Record<RequirementStanding, string>> = {
  'not-met': '✖',
  unknown: '?',
  manual: 'M',
  'not-covered': '–',
  'not-applicable': '·',
  'met-with-accepted-risks': '▲',
  met: '✔',
  'not-judged': '?',
  skipped: ' ',
};

/** A column of the matrix: an account, or all of a unit where there are too many accounts. */
interface MatrixColumn {
  readonly title: string;
  readonly href: string;
  readonly places: readonly number[];
}

function columnsOf({ accounts, units }: OrganizationResult): {
  readonly columns: readonly MatrixColumn[];
  readonly left: string;
} {
  const own = accounts.flatMap((account, at) => (account.status === 'skipped' ? [] : [{ account, at }]));
  if (own.length <= most.columns)
    return {
      columns: own.map(({ account: { id, name }, at }) => ({
        title: `${name} ${id}`,
        href: `../accounts/${id}.html`,
        places: [at],
      })),
      left: '',
    };
  // The lowest level of units that has few enough of them, so that each account stands in one column at most.
  const depths = Math.max(0, ...units.map(({ depth }) => depth));
  let depth = 0;
  for (let at = 0; at <= depths; at += 1)
    if (units.filter((unit) => unit.depth === at).length <= most.columns) depth = at;
  const level = units.filter((unit) => unit.depth === depth).slice(0, most.columns);
  const columns = level.map((unit) => ({
    title: unit.name,
    href: `../${unitPath(unit)}`,
    places: own.filter(({ account }) => account.units.some(({ id }) => id === unit.id)).map(({ at }) => at),
  }));
  const placed = columns.reduce((sum, { places }) => sum + places.length, 0);
  return {
    columns,
    left: `A column is a unit, as there are ${counted(own.length, 'account')}${
      placed < own.length
        ? `; ${counted(own.length - placed, 'account')} stand in none of them and are counted on the left`
        : ''
    }. ${inJson}`,
  };
}

function matrixPage(context: Context, framework: FrameworkLine): string {
  const { result } = context;
  const { columns, left: note } = columnsOf(result);
  const shown = framework.requirements.slice(0, most.requirements);
  const title = `${framework.name}${framework.version === null ? '' : ` ${framework.version}`}`;
  const body = html`<p>${counted(framework.accounts, 'account')} held against it. ${note}</p>
    <p class="muted">
      ${requirementStandings.slice(0, -1).map((standing) => html`${letters[standing]} ${standingNames[standing]} &nbsp; `)}
    </p>
    ${tableOf(
      'Requirements by accounts',
      [
        left('Requirement'),
        left('All'),
        right('Not met in'),
        right('Unknown in'),
        right('Met in'),
        ...columns.map(({ title: name }) => left(name)),
      ],
      shown.map(({ id, number = id, title: what, status, accounts, standings }) => [
        what === number ? number : html`${number}<br /><span class="muted">${what}</span>`,
        pill(requirementColours[status], requirementStatusNames[status]),
        accounts['not-met'],
        accounts.unknown + accounts['not-judged'],
        accounts.met + accounts['met-with-accepted-risks'],
        ...columns.map(({ places }) => matrixCell(places, standings)),
      ]),
      { kind: 'matrix' },
    )}${leftOut(framework.requirements.length, shown.length, 'requirement', inJson)}
    <h2>Columns</h2>
    <ul class="card">
      ${columns.map(({ title: name, href }) => html`<li><a href="${href}">${name}</a></li>`)}
    </ul>`;
  return pageOf({ title, above: [{ href: '../index.html', text: nameOf(context) }], body, foot: context.foot });
}

/** The worst of a column; of several accounts with how many have it. */
function matrixCell(places: readonly number[], standings: Uint8Array): Html {
  let worst = requirementStandings.length - 1;
  let count = 0;
  for (const at of places) {
    // Nobody knows of an account that was not judged: that is no better than unknown.
    const given = standings[at] ?? 0;
    const standing = requirementStandings[given] === 'not-judged' ? 1 : given;
    if (standing < worst) [worst, count] = [standing, 0];
    if (standing === worst) count += 1;
  }
  const name = requirementStandings[worst] ?? 'skipped';
  const text = places.length > 1 ? `${letters[name]} ${thousands(count)}` : letters[name];
  return html`<span class="pill ${standingColours[name]}"
    ><span aria-hidden="true">${text}</span
    ><span class="hidden"
      >${standingNames[name]}${places.length > 1 ? ` in ${thousands(count)} of ${thousands(places.length)}` : ''}</span
    ></span
  >`;
}
