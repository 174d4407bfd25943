import type { RequirementStatus } from '../../../../src/engine/compliance.ts';
import {
  numberedTitle,
  requirementColours,
  requirementStatusNames,
  titlesText,
  whyText,
} from '../../../requirements.ts';
import { counted, thousands } from '../../../text.ts';
import type { PackedCompliance, PackedCounts, PackedRequirement } from '../../packed.ts';
import { details } from '../details.ts';
import { h } from '../dom.ts';
import { sign, statusSign } from '../icons.ts';
import type { Report } from '../report.ts';
import { findingsOf, titleOf } from '../report.ts';
import type { Store } from '../store.ts';
import { table } from '../tables.ts';
import { frameworkSummary, statusMeanings } from './cover.ts';

/** Findings of a check that a requirement's page lists; the others are a link away. */
const shownFindings = 100;

/** How a requirement is called in the URL: `cis_7.0:2.1.4`. */
const keyOf = ({ framework }: PackedCompliance, { id }: PackedRequirement): string => `${framework.key}:${id}`;

const statusText = (status: RequirementStatus): HTMLElement =>
  h('span', { class: 'together' }, sign(requirementColours[status]), ' ', requirementStatusNames[status]);

export const numberOf = ({ id, number = id }: PackedRequirement): string => number;

/** The frameworks that were asked for: all their requirements, or the one that the URL names. */
export function requirementsPage(report: Report, store: Store): HTMLElement {
  const body = h('div', { class: 'page' });
  const draw = (): void => {
    const { at } = store.state;
    const found = at === undefined ? undefined : lookUp(report, at);
    body.replaceChildren(...(found === undefined ? overview(report, at) : requirementPage(report, found)));
  };
  store.listen((state, before) => {
    if (state.page !== 'requirements' || state.at === before.at) return;
    draw();
    scrollTo(0, 0);
    body.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  });
  draw();
  return body;
}

interface Found {
  readonly compliance: PackedCompliance;
  readonly requirement: PackedRequirement;
  readonly before: PackedRequirement | undefined;
  readonly after: PackedRequirement | undefined;
}

/** By key and id, or by key and the number that the source gives. */
function lookUp({ compliance }: Report, at: string): Found | undefined {
  for (const each of compliance) {
    const { requirements, framework } = each;
    const place = requirements.findIndex(
      (one) => keyOf(each, one) === at || `${framework.key}:${numberOf(one)}` === at,
    );
    const requirement = requirements[place];
    if (requirement !== undefined)
      return { compliance: each, requirement, before: requirements[place - 1], after: requirements[place + 1] };
  }
  return undefined;
}

function overview(report: Report, at: string | undefined): HTMLElement[] {
  const { compliance, counts } = report;
  return [
    h('h2', { tabindex: -1 }, 'Requirements'),
    ...(at === undefined ? [] : [h('p', { class: 'lead' }, `No framework of this report has a requirement ${at}.`)]),
    h('details', { class: 'fold' }, h('summary', {}, 'What the statuses mean'), statusMeanings()),
    ...compliance.map((each) =>
      h(
        'section',
        {},
        frameworkSummary(each, report),
        sourceText(each),
        requirementsTable(each, counts, linked),
        ignored(each),
      ),
    ),
  ];
}

const linked = (compliance: PackedCompliance, requirement: PackedRequirement): HTMLElement =>
  h(
    'a',
    { href: `#requirements?at=${encodeURIComponent(keyOf(compliance, requirement))}`, class: 'together' },
    numberOf(requirement),
  );

/** Every requirement of a framework in a line. @param link its number, leading to where more is said of it */
export function requirementsTable(
  compliance: PackedCompliance,
  counts: Report['counts'],
  link: (compliance: PackedCompliance, requirement: PackedRequirement) => Node | string,
): HTMLElement {
  return table(compliance.framework.name, compliance.requirements, [
    { name: 'Requirement', cell: (one) => h('b', {}, link(compliance, one)) },
    { name: 'Status', cell: ({ status }) => statusText(status) },
    { name: 'What it asks', cell: (one) => (one.title === numberOf(one) ? '' : one.title) },
    { name: 'Failed', numeric: true, cell: (one) => failedOf(one, counts) },
    { name: 'Why', cell: whyText },
    { name: 'Section', cell: ({ section }) => section ?? '' },
  ]);
}

function failedOf({ checks }: PackedRequirement, counts: Report['counts']): string {
  const sum = (name: 'failed' | 'population'): number =>
    checks.reduce((total, [check]) => total + (counts[check]?.[name] ?? 0), 0);
  return checks.length === 0 ? '' : `${thousands(sum('failed'))} of ${thousands(sum('population'))}`;
}

export function sourceText({ framework, summary }: PackedCompliance): HTMLElement {
  const { version, titled, source, edition, memory, hash } = framework;
  const from = [source, edition].filter((text) => text !== undefined).join(', ');
  const texts = [
    version === null ? '' : `Version ${version}.`,
    from === '' ? '' : `Source: ${from}.`,
    memory === undefined ? '' : `${memory}.`,
    titlesText(titled, summary.total),
    'SHA-256 of the framework as used: ',
  ];
  return h('p', { class: 'muted' }, texts.filter((text) => text !== '').join(' '), h('code', {}, hash));
}

/** Attestations that do not count. */
export const ignored = ({ attestations = [] }: PackedCompliance): HTMLElement | false =>
  attestations.length > 0 &&
  table('Attestations that do not count', attestations, [
    { name: 'Attestation that does not count', cell: ({ requirement }) => requirement },
    { name: 'Who', cell: ({ who }) => who },
    { name: 'Valid until', cell: ({ validUntil }) => validUntil },
    { name: 'Why it does not count', cell: ({ why }) => why },
  ]);

function requirementPage(report: Report, { compliance, requirement, before, after }: Found): HTMLElement[] {
  const step = (to: PackedRequirement | undefined, words: string): HTMLElement | false =>
    to !== undefined &&
    h('a', { href: `#requirements?at=${encodeURIComponent(keyOf(compliance, to))}` }, `${words} ${numberOf(to)}`);
  return [
    h(
      'p',
      { class: 'steps-between' },
      h('a', { href: '#requirements' }, 'All requirements'),
      step(before, '← '),
      step(after, '→ '),
    ),
    h('h2', { tabindex: -1 }, numberedTitle(requirement)),
    ...requirementFacts(report, compliance, requirement),
    ...requirement.checks.map(([check]) => resources(report, check)),
  ];
}

/** Its status and why, who vouches for it, and how many resources each check looked at. */
export function requirementFacts(
  report: Report,
  { framework }: PackedCompliance,
  requirement: PackedRequirement,
): HTMLElement[] {
  const { status, section, awsReport, attestation, notLive, checks } = requirement;
  const facts = [
    framework.name,
    section === undefined ? '' : `section ${section}`,
    awsReport === undefined ? '' : `AWS is responsible: ${awsReport}, in AWS Artifact`,
  ].filter((text) => text !== '');
  const parts: HTMLElement[] = [
    h('p', { class: 'lead requirement-status' }, statusText(status), `: ${whyText(requirement)}.`),
    h('p', { class: 'muted' }, facts.join(' · ')),
  ];
  if (attestation !== undefined) {
    const { statement, who, when, validUntil, evidence } = attestation;
    parts.push(
      h(
        'p',
        { class: 'attested' },
        h('b', {}, 'Attested: '),
        `“${statement}”, by ${who} on ${when}, valid until ${validUntil}`,
        ...(evidence === undefined ? [] : [`; evidence ${evidence.file}, SHA-256 `, h('code', {}, evidence.sha256)]),
      ),
    );
  }
  if (checks.length > 0) parts.push(populationTable(report, requirement));
  for (const { resourceType, region, cause } of unlistedOf(report, requirement))
    parts.push(
      h(
        'p',
        { class: 'unlisted' },
        sign('blue'),
        ` The list of ${resourceType} in ${region} could not be read: ${cause}.`,
      ),
    );
  if (notLive.length > 0)
    parts.push(
      h(
        'p',
        {},
        `${counted(notLive.length, 'control')} of it without a check yet: `,
        h('code', {}, notLive.join(', ')),
      ),
    );
  return parts;
}

const unlistedOf = ({ counts }: Report, { checks }: PackedRequirement) => [
  ...new Map(
    checks
      .flatMap(([check]) => counts[check]?.unlisted ?? [])
      .map((one) => [`${one.resourceType} ${one.region}`, one] as const),
  ).values(),
];

const columns = ['passed', 'failed', 'unknown', 'manual', 'suppressed', 'notApplicable'] as const;
const columnNames = {
  passed: 'Passed',
  failed: 'Failed',
  unknown: 'Unknown',
  manual: 'Manual',
  suppressed: 'Accepted',
  notApplicable: 'Not applicable',
} as const;

const noneFound: PackedCounts = {
  population: 0,
  passed: 0,
  failed: 0,
  unknown: 0,
  manual: 0,
  suppressed: 0,
  notApplicable: 0,
};

/** Both sides: what was listed, and what became of it. */
const populationTable = (report: Report, { checks }: PackedRequirement): HTMLElement =>
  table('Population by check', checks, [
    {
      name: 'Check',
      cell: ([check]) => [h('span', {}, titleOf(report, check)), ' ', h('code', {}, check)],
    },
    { name: 'Answers', cell: ([, whole]) => (whole === 1 ? 'the whole' : 'a part') },
    {
      name: 'Population',
      numeric: true,
      cell: ([check]) => {
        const { population, unlisted = [], notSelected = [] } = report.counts[check] ?? noneFound;
        if (notSelected.includes('check')) return 'not run';
        return unlisted.length > 0 ? `at least ${thousands(population - unlisted.length)}` : thousands(population);
      },
    },
    ...columns.map((name) => ({
      name: columnNames[name],
      numeric: true,
      cell: ([check]: PackedRequirement['checks'][number]) => thousands((report.counts[check] ?? noneFound)[name]),
    })),
  ]);

/** The findings of a check; each opens to its evidence. */
function resources(report: Report, check: string): HTMLElement {
  const all = findingsOf(report, check);
  const passed = all.filter((index) => report.findings.status(index) === 'pass');
  const others = all.filter((index) => report.findings.status(index) !== 'pass');
  const rest = others.length - shownFindings;
  return h(
    'section',
    {},
    h('h3', {}, titleOf(report, check) || check, h('span', { class: 'badge' }, thousands(all.length))),
    all.length === 0 && h('p', { class: 'muted' }, 'Nothing was listed that it applies to.'),
    ...others.slice(0, shownFindings).map((index) => foldedFinding(report, index)),
    rest > 0 &&
      h(
        'p',
        {},
        h(
          'a',
          { href: `#findings?status=fail,unknown,manual,suppressed&q=${encodeURIComponent(check)}` },
          `and ${thousands(rest)} more`,
        ),
      ),
    passed.length > 0 && passes(report, check, passed),
  );
}

function passes(report: Report, check: string, passed: readonly number[]): HTMLElement {
  const rest = passed.length - shownFindings;
  const fold = h('details', { class: 'fold' }, h('summary', {}, `${thousands(passed.length)} passed`));
  fold.addEventListener(
    'toggle',
    () =>
      fold.append(
        ...passed.slice(0, shownFindings).map((index) => foldedFinding(report, index)),
        ...(rest <= 0
          ? []
          : [
              h(
                'p',
                {},
                h('a', { href: `#findings?status=pass&q=${encodeURIComponent(check)}` }, `and ${thousands(rest)} more`),
              ),
            ]),
      ),
    { once: true },
  );
  return fold;
}

/** One line; what it rests on is made when it is opened. */
function foldedFinding(report: Report, index: number): HTMLElement {
  const { findings } = report;
  const { severity } = findings.groupOf(index);
  const fold = h(
    'details',
    { class: 'finding-fold' },
    h(
      'summary',
      {},
      statusSign(findings.status(index), severity),
      h('b', {}, findings.name(index)),
      h('span', { class: 'fact' }, findings.fact(index)),
      h('span', { class: 'region muted' }, findings.region(index)),
    ),
  );
  fold.addEventListener('toggle', () => fold.append(details(report, index)), { once: true });
  return fold;
}
