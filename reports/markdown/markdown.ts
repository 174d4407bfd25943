import { emptyRegionsTexts } from '../regions.ts';
import type { Cause } from '../../src/engine/causes/cause.ts';
import { severities } from '../../src/engine/check.ts';
import type { Compliance } from '../../src/engine/compliance.ts';
import type { ExposedResource, LayerState } from '../../src/engine/exposed.ts';
import type { Finding } from '../../src/engine/finding.ts';
import { agreements } from '../../src/engine/trusted-advisor.ts';
import type { ReportOptions, Reporter } from '../../src/engine/reporter.ts';
import type { AnyResult, RunInfo, RunSelection } from '../../src/engine/result.ts';
import { reachWord, sizeText } from '../causes.ts';
import { accessText, placeText, programText } from '../cover.ts';
import { layerTitles, typeWords } from '../exposed.ts';
import {
  besidesText,
  numberedTitle,
  requirementStatusNames,
  scoreText,
  titlesText,
  whyText,
  withinText,
} from '../requirements.ts';
import { selectionText } from '../selection.ts';
import { exitText, overRegions } from '../table/closing.ts';
import { sinceUnknown } from '../table/since.ts';
import { shortened } from '../table/width.ts';
import { unreadLine } from '../table/verdict.ts';
import { counted, thousands } from '../text.ts';
import { advisorResourceText, theirResult } from '../trusted-advisor.ts';
import { duration, severityNames, statusNames, utc } from '../words.ts';
import { cell, code } from './escape.ts';

/** Causes that are listed, and what the others need: all of them are in JSON and HTML. */
const mostCauses = 50;
const mostGaps = 50;
const mostExposed = 50;
/** Resources of one check of Trusted Advisor. */
const mostAdvised = 20;
/** Requirements of all frameworks; of more those that are not met come first. */
const mostRequirements = 300;
/** What a step summary of GitHub, which takes 1,024 kB, has room for. */
const mostBytes = 900_000;

/** The result for pull requests, wikis and step summaries: what the first screen says, then the findings, as many as there is room for. */
export const markdown: Reporter = {
  name: 'markdown',
  extension: 'md',
  render: pieces,
};

const encoder = new TextEncoder();

/** What sections need to say that there is no room for the rest of them. */
const reserve = 1200;

function* pieces(result: AnyResult, options: ReportOptions): Generator<string> {
  const room = options.markdownSize ?? mostBytes;
  let bytes = 0;
  const sized = (text: string): string => {
    bytes += encoder.encode(text).length;
    return text;
  };
  for (const text of head(result, options)) yield sized(text);
  for (const section of [complianceOf, causesOf, exposedOf, advisorOf, unread])
    for (const text of section(result)) {
      if (bytes + encoder.encode(text).length > room - reserve) {
        yield sized('\n… and what there is no room for here: JSON and HTML have all of it.\n\n');
        break;
      }
      yield sized(text);
    }
  const { fail, unknown, manual, suppressed } = result.summary.byStatus;
  const all = fail + unknown + manual + suppressed;
  if (all === 0) return;
  yield sized(
    '## Findings\n\n| Severity | Status | Finding | Check | Region | Fingerprint |\n|---|---|---|---|---|---|\n',
  );
  let shown = 0;
  for (const finding of result.findings) {
    if (finding.status === 'pass') continue;
    const row = rowOf(finding);
    if (bytes + row.length * 3 > room - 200) break;
    yield sized(row);
    shown += 1;
  }
  if (shown < all) yield `\n… and ${thousands(all - shown)} more: JSON and HTML have all of them.\n`;
}

function* head({ run, summary }: AnyResult, { exit, since = sinceUnknown() }: ReportOptions): Generator<string> {
  const source = { aws: 'read from AWS', snapshot: 'judged from a snapshot', demo: 'the demo account' }[run.source];
  const incomplete = run.interrupted ? ', **interrupted**' : run.complete ? '' : ', **not complete**';
  yield `# audit of account ${code(run.account)}\n\n`;
  yield `${cell(run.partition)}, ${run.regions.length === 1 ? cell(run.regions.join()) : counted(run.regions.length, 'region')}, ${counted(summary.checks, 'check')}, ${utc(run.startedAt)}, ${duration(run.startedAt, run.finishedAt)}, ${source}${incomplete}. audit ${cell(run.version)}.\n\n`;
  const selection = run.selection === undefined ? undefined : selectionText(run.selection);
  if (selection !== undefined) yield `Selection: ${cell(selection)}\n\n`;
  yield* cover(run);
  const { fail, pass, unknown, manual, suppressed } = summary.byStatus;
  const by = severities.flatMap((severity) =>
    summary.failedBySeverity[severity] === 0 ? [] : [`${thousands(summary.failedBySeverity[severity])} ${severity}`],
  );
  yield `**${thousands(fail)} failed${by.length === 0 ? '' : `: ${by.join(', ')}`}**. ${thousands(pass)} passed, ${thousands(unknown)} unknown, ${thousands(manual)} to look at, ${thousands(suppressed)} accepted.\n\n`;
  yield `${cell(since)}.\n\n${cell(exitText({ run, summary } as AnyResult, exit))}\n\n`;
}

/** As whom and with what it was read. */
function* cover(run: RunInfo): Generator<string> {
  const facts: readonly (readonly [string, string])[] = [
    ['Organization', cell(placeText(run))],
    ['Caller', code(run.caller)],
    ['Credentials', cell(accessText(run))],
    ['Program', `${cell(programText(run))}${run.bundle === undefined ? '' : `, SHA-256 ${code(run.bundle)}`}`],
    ...(run.selection?.snapshot === undefined
      ? []
      : [['Snapshot', `SHA-256 ${code(run.selection.snapshot)}`] as const]),
  ];
  for (const [name, value] of facts) yield `- ${name}: ${value}\n`;
  yield '\n';
}

function* complianceOf({ compliance = [], run }: AnyResult): Generator<string> {
  const most = Math.floor(mostRequirements / Math.max(1, compliance.length));
  for (const each of compliance) yield* frameworkOf(each, run.selection, most);
}

function* frameworkOf(compliance: Compliance, selection: RunSelection | undefined, most: number): Generator<string> {
  const { framework, summary, requirements, attestations = [] } = compliance;
  const { name, version, hash, titled } = framework;
  yield `## ${cell(shortened(name))}\n\n${version === null ? '' : `Version ${cell(version)}. `}**${scoreText(summary)}**; ${besidesText(summary)}.\n\n`;
  const within = withinText(compliance, selection);
  if (within !== undefined) yield `${cell(`${within[0]?.toUpperCase()}${within.slice(1)}`)}.\n\n`;
  yield `${titlesText(titled, summary.total)} SHA-256 of the framework as used: ${code(hash)}\n\n`;
  const shown = new Set(
    requirements.length <= most
      ? requirements
      : [
          ...requirements.filter(({ status }) => status === 'not-met'),
          ...requirements.filter(({ status }) => status !== 'not-met'),
        ].slice(0, most),
  );
  if (shown.size > 0) yield '| Requirement | Status | Why |\n|---|---|---|\n';
  for (const each of requirements)
    if (shown.has(each))
      yield `| ${cell(shortened(numberedTitle(each)))} | ${requirementStatusNames[each.status]} | ${cell(shortened(whyText(each)))} |\n`;
  if (shown.size < requirements.length)
    yield `\n… and ${thousands(requirements.length - shown.size)} more requirements: JSON, HTML and CSV have all of them.\n`;
  if (attestations.length > 0) yield '\n';
  for (const { requirement, who, why } of attestations.slice(0, mostGaps))
    yield `- The attestation of ${cell(requirement)} by ${cell(shortened(who))} does not count: ${cell(shortened(why))}\n`;
  if (attestations.length > mostGaps) yield `- … and ${thousands(attestations.length - mostGaps)} more\n`;
  yield '\n';
}

function* causesOf({ causes }: AnyResult): Generator<string> {
  if (causes.length === 0) return;
  yield '## Fix these first\n\n| | Severity | What | Clears | Cause | Command |\n|---|---|---|---|---|---|\n';
  for (const [at, cause] of causes.slice(0, mostCauses).entries()) yield causeRow(cause, at + 1);
  if (causes.length > mostCauses) yield `\n… and ${thousands(causes.length - mostCauses)} more causes.\n`;
  yield '\n';
}

function causeRow(cause: Cause, place: number): string {
  const { severity, title, id, commands, status } = cause;
  const reach = reachWord(cause.reach);
  const [command, ...more] = commands;
  const how =
    command === undefined
      ? status === 'fail'
        ? 'by hand'
        : ''
      : `${code(shortened(command))}${more.length === 0 ? '' : ` and ${more.length} more`}`;
  return `| ${place} | ${severityNames[severity]} | ${cell(shortened(title))}${reach === '' ? '' : ` (${reach})`} | ${sizeText(cause)} | ${code(id)} | ${how} |\n`;
}

/** What the internet reaches: the least defended. */
function* exposedOf({ exposed }: AnyResult): Generator<string> {
  if (exposed === undefined || exposed.total === 0) return;
  const { total, byCertainty, resources, notRead } = exposed;
  yield `## What the internet reaches\n\n${counted(total, 'resource')}: ${thousands(byCertainty.open)} reached, ${thousands(byCertainty.possible)} perhaps, ${thousands(byCertainty.unknown)} not known. The least defended first.\n\n`;
  yield '| Resource | Type | Region | Way in | Absent | Unknown | Present | Behind it |\n|---|---|---|---|---|---|---|---|\n';
  for (const each of resources.slice(0, mostExposed)) yield exposedRow(each);
  if (total > mostExposed) yield `\n… and ${thousands(total - mostExposed)} more.\n`;
  if (notRead.length > 0)
    yield `\nNot read, so that there may be more: ${notRead
      .slice(0, mostGaps)
      .map(({ what, cause }) => cell(shortened(`${what} (${cause})`)))
      .join('; ')}${notRead.length > mostGaps ? ` and ${thousands(notRead.length - mostGaps)} more` : ''}.\n`;
  yield '\n';
}

function exposedRow({ name, type, region, ways, moreWays, certainty, layers, behindSays }: ExposedResource): string {
  const those = (wanted: LayerState): string =>
    layers.flatMap(({ layer, state }) => (state === wanted ? [layerTitles[layer]] : [])).join(', ');
  const [way] = ways;
  const more = ways.length - 1 + (moreWays ?? 0);
  const how = `${certainty === 'open' ? '' : `(${certainty}) `}${way?.how ?? ''}${more > 0 ? `; and ${counted(more, 'more way')}` : ''}`;
  return `| ${cell(shortened(name))} | ${cell(typeWords(type))} | ${cell(region)} | ${cell(shortened(how))} | ${those('absent')} | ${those('unknown')} | ${those('present')} | ${cell(shortened(behindSays))} |\n`;
}

/** What Trusted Advisor itself says, beside ours: first where the two differ. */
function* advisorOf({ trustedAdvisor }: AnyResult): Generator<string> {
  if (trustedAdvisor === undefined || trustedAdvisor.checks.length === 0) return;
  const { checks, resourcesNotRead } = trustedAdvisor;
  yield "## Trusted Advisor's own results\n\n";
  if (resourcesNotRead !== undefined)
    yield `The resources that its checks list are not here: ${cell(shortened(resourcesNotRead))}.\n\n`;
  yield '| Check there | Result there | Beside ours | Checks here |\n|---|---|---|---|\n';
  const sorted = agreements.flatMap((agreement) => checks.filter((each) => each.agreement === agreement));
  for (const each of sorted)
    yield `| ${cell(shortened(each.name))} | ${cell(theirResult(each))} | ${cell(shortened(each.says))} | ${each.ours.map(code).join(', ')} |\n`;
  yield '\n';
  for (const { name, columns = [], resources = [] } of sorted) {
    if (resources.length === 0) continue;
    yield `### ${cell(shortened(name))}\n\n${columns.length === 0 ? '' : `${cell(shortened(columns.join(', ')))}\n\n`}`;
    for (const each of resources.slice(0, mostAdvised)) yield `- ${cell(shortened(advisorResourceText(each)))}\n`;
    if (resources.length > mostAdvised) yield `- … and ${thousands(resources.length - mostAdvised)} more\n`;
    yield '\n';
  }
}

function* unread({ coverage }: AnyResult): Generator<string> {
  const gaps = overRegions(coverage.gaps.filter(({ kind }) => kind !== 'unsupported')).toSorted(
    (a, b) => b[0].checks.length - a[0].checks.length,
  );
  const empty = emptyRegionsTexts(coverage);
  if (empty.length > 0)
    yield `## Not listed by the word of another service\n\n${empty.map((text) => `- ${cell(text)}\n`).join('')}\n`;
  if (gaps.length === 0) return;
  yield '## What could not be read\n\n';
  for (const gap of gaps.slice(0, mostGaps)) yield `- ${cell(unreadLine(gap))}\n`;
  if (gaps.length > mostGaps) yield `- … and ${thousands(gaps.length - mostGaps)} more\n`;
  yield '\n';
}

const rowOf = ({ severity, status, message, change, check, region, fingerprint }: Finding): string =>
  `| ${severityNames[severity]} | ${statusNames[status]}${change === 'new' || change === 'worse' ? ` (${change})` : ''} | ${cell(shortened(message))} | ${code(check)} | ${cell(region)} | ${code(fingerprint.slice(0, 8))} |\n`;
