import {
  requirementColours,
  requirementStatusNames,
  besidesText,
  scoreText,
  withinText,
} from '../../../requirements.ts';
import { accessText, placeText, programText, rightsText } from '../../../cover.ts';
import { skippedByReason } from '../../../regions.ts';
import { selectionText } from '../../../selection.ts';
import { counted, thousands } from '../../../text.ts';
import { duration, utc } from '../../../words.ts';
import type { RequirementStatus } from '../../../../src/engine/compliance.ts';
import type { PackedCompliance } from '../../packed.ts';
import { mostOnPaper } from '../../packed.ts';
import { stackedBar } from '../bars.ts';
import { h } from '../dom.ts';
import type { Report } from '../report.ts';

type Fact = readonly [name: string, ...values: readonly (Node | string)[]];

/** What was looked at, when, by whom, with what, and how to tell whether this file was changed. */
export function coverFacts(report: Report): HTMLElement {
  const { run, coverage, compliance, sha256, findingsCsv, summary } = report;
  const source = {
    aws: 'read from AWS',
    snapshot: 'judged from a snapshot of what was read from AWS',
    demo: 'the demo account, which is made up',
  }[run.source];
  const facts: readonly (Fact | false)[] = [
    ['Account', run.account, run.partition === 'aws' ? '' : ` (partition ${run.partition})`],
    ['Organization', placeText(run)],
    ['Frameworks', ...frameworkNames(compliance)],
    ['Scope asked', run.selection === undefined ? 'not recorded' : (selectionText(run.selection) ?? 'everything')],
    ['Scope reached', regionsText(report)],
    [
      'Complete',
      run.interrupted
        ? 'No: the run was interrupted'
        : coverage.complete
          ? 'Yes: every selected check was judged on every resource it applies to'
          : `No: ${counted(coverage.gaps.filter(({ kind }) => kind !== 'unsupported').length, 'thing')} could not be read`,
    ],
    ['Read', `${utc(run.startedAt)} to ${utc(run.finishedAt)} (${duration(run.startedAt, run.finishedAt)})`],
    ['Source', source],
    ['Caller', h('code', {}, run.caller)],
    ['Credentials', accessText(run)],
    ['Rights', rightsText.replaceAll('`', '')],
    ['Program', programText(run)],
    ['SHA-256 of the program', ...programHash(run)],
    run.selection?.now !== undefined && ['Ages judged as of', run.selection.now],
    run.selection?.snapshot !== undefined && ['SHA-256 of the snapshot', h('code', {}, run.selection.snapshot)],
    ['SHA-256 of the data in this report', h('code', {}, sha256), intactNote(report)],
    findingsCsv !== undefined && [
      'SHA-256 of all findings',
      h('code', {}, findingsCsv),
      ` as --format findings-csv writes them (audit-report.findings.csv); with more than ${thousands(mostOnPaper)} findings, paper shows passes as counts (${thousands(summary.byStatus.pass)} in all)`,
    ],
  ];
  return h(
    'dl',
    { class: 'cover-facts' },
    ...facts
      .filter((fact) => fact !== false)
      .map(([name, ...values]) => h('div', {}, h('dt', {}, name), h('dd', {}, ...values))),
  );
}

const programHash = ({ bundle }: Report['run']): readonly (Node | string)[] =>
  bundle === undefined
    ? ['none: it ran from its source']
    : [h('code', {}, bundle), ' of dist/SHA256SUMS, which lists its files: to be compared with that of the release'];

const frameworkNames = (compliance: readonly PackedCompliance[]): readonly (Node | string)[] =>
  compliance.length === 0
    ? ['none was asked for: this report holds findings and no requirements']
    : [
        h(
          'ul',
          {},
          ...compliance.map(({ framework: { name, hash } }) =>
            h('li', {}, name, h('span', { class: 'muted' }, ' SHA-256 '), h('code', {}, hash)),
          ),
        ),
      ];

function regionsText({ run, coverage: { skippedRegions } }: Report): string {
  const read = `${counted(run.regions.length, 'region')}: ${run.regions.join(', ') || 'none'}`;
  const not = skippedByReason(skippedRegions).map(
    ({ reason, regions }) => `${counted(regions.length, 'region')} not read (${reason})`,
  );
  return [read, ...not].join('; ');
}

/** Says as soon as it is known whether the data is what its hash says. */
function intactNote({ intact }: Report): HTMLElement {
  const note = h('span', { class: 'intact', role: 'status' });
  void intact.then((same) => {
    note.textContent =
      same === undefined
        ? ' not checked by this browser: use audit verify'
        : same
          ? ' checked when this file was opened: unchanged'
          : ' THE DATA WAS CHANGED AFTER IT WAS WRITTEN';
    note.classList.toggle('changed', same === false);
  });
  return note;
}

/** How many requirements have each status, as a bar and in numbers. */
export function frameworkSummary(compliance: PackedCompliance, { run }: Pick<Report, 'run'>): HTMLElement {
  const { framework, summary, requirements } = compliance;
  const within = withinText(compliance, run.selection);
  const count = (status: RequirementStatus): number => requirements.filter((each) => each.status === status).length;
  const parts = meanings.map(([status]) => ({
    class: `bar-${status}`,
    name: requirementStatusNames[status],
    count: count(status),
  }));
  return h(
    'section',
    { class: 'framework-summary' },
    h('h3', {}, framework.name),
    h('p', { class: 'score' }, `${scoreText(summary)}; ${besidesText(summary)}.`),
    within !== undefined && h('p', { class: 'within' }, `${within[0]?.toUpperCase()}${within.slice(1)}.`),
    stackedBar(parts, framework.name),
    h(
      'ul',
      { class: 'status-legend' },
      ...parts.map(({ class: name, name: words, count: number }) =>
        h(
          'li',
          { class: number === 0 ? 'muted' : undefined },
          h('i', { class: name }),
          h('b', {}, thousands(number)),
          ` ${words}`,
        ),
      ),
    ),
  );
}

/** What the words of a status say; the first that holds is the status. */
const meanings: readonly (readonly [RequirementStatus, string])[] = [
  ['not-met', 'a check of it failed, and nobody accepted the failure'],
  ['unknown', 'something that its checks need was not read, or was left out of the run'],
  ['manual', 'a part of it needs a person, and no valid attestation was given'],
  ['not-covered', 'the program has no check for it, or not all of them yet'],
  ['not-applicable', 'every list was read, and the account has nothing of what it speaks of'],
  ['met-with-accepted-risks', 'all passes but for failures that somebody accepted, with a reason and an end'],
  ['met', 'everything that it asks for was judged and passed'],
];

export const statusMeanings = (): HTMLElement =>
  h(
    'dl',
    { class: 'meanings' },
    ...meanings.map(([status, text]) =>
      h('div', {}, h('dt', { class: requirementColours[status] }, requirementStatusNames[status]), h('dd', {}, text)),
    ),
  );
