import type { Change } from '../src/engine/changes/change.ts';
import { changeNames, changes } from '../src/engine/changes/change.ts';
import type { Difference, DifferenceEntry, Side } from '../src/engine/changes/difference.ts';
import { changesText } from './changes.ts';
import { code, cell } from './markdown/escape.ts';
import { clip, wrap } from './table/width.ts';
import { counted, thousands, toJson } from './text.ts';
import { severityNames, utc } from './words.ts';

interface Shown {
  readonly width: number;
  /** Every finding, those that are still there too. */
  readonly details: boolean;
}

/** Findings of one kind of change that are listed when not all are asked for. */
const most = 20;

/** What changed between two results, as one JSON document. */
export function* differenceJson({ findings, ...rest }: Difference): Generator<string> {
  const head = Object.entries(rest).map(([name, value]) => `${toJson(name)}: ${toJson(value)}`);
  yield `{\n${head.join(',\n')},\n"findings": [`;
  let opening = '\n';
  for (const each of findings) {
    yield `${opening}${toJson(each)}`;
    opening = ',\n';
  }
  yield findings.length === 0 ? ']\n}\n' : '\n]\n}\n';
}

const sideText = ({ source, startedAt, complete }: Side): string =>
  `${source} of ${utc(startedAt)}${complete ? '' : ', not complete'}`;

/** The findings that are listed, by change, and how many are not. */
function* groups(
  { findings, summary }: Difference,
  details: boolean,
): Generator<readonly [Change, readonly DifferenceEntry[], number]> {
  for (const change of changes) {
    if (summary[change] === 0 || (change === 'still' && !details)) continue;
    const all = findings.filter((each) => each.change === change);
    const shown = details ? all : all.slice(0, most);
    yield [change, shown, all.length - shown.length];
  }
}

const severityText = ({ severity, was }: DifferenceEntry): string =>
  was === undefined ? severity : `${severity} (was ${was})`;

/** The same for people, as text. */
export function* differenceText(difference: Difference, { width, details }: Shown): Generator<string> {
  const { old, new: now, summary } = difference;
  yield `${clip(`Changes of account ${now.account}`, width)}\n`;
  yield `${clip(`  from ${sideText(old)}`, width)}\n${clip(`  to   ${sideText(now)}`, width)}\n\n`;
  for (const line of wrap(`${changesText(difference)}, ${thousands(summary.still)} still there`, width))
    yield `${line}\n`;
  for (const [change, shown, left] of groups(difference, details)) {
    yield `\n${changeNames[change]} (${thousands(shown.length + left)})\n`;
    for (const each of shown) {
      const before = each.unknownBefore === true ? ', could not be judged before' : '';
      yield `  ${each.fingerprint.slice(0, 8)} ${clip(`${severityText(each)} ${each.check}: ${each.message}`, width - 11)}\n`;
      yield `           ${clip(`${each.region}, first seen ${each.firstSeen}${before}`, width - 11)}\n`;
    }
    if (left > 0) yield `  … and ${thousands(left)} more: --details\n`;
  }
  if (!details && summary.still > 0) yield `\n${counted(summary.still, 'finding')} still there: --details\n`;
}

/** The same in Markdown. */
export function* differenceMarkdown(difference: Difference, { details }: Shown): Generator<string> {
  const { old, new: now, summary } = difference;
  yield `# What changed in account ${code(now.account)}\n\n`;
  yield `From ${cell(sideText(old))} to ${cell(sideText(now))}: **${changesText(difference)}**, ${thousands(summary.still)} still there.\n`;
  for (const [change, shown, left] of groups(difference, details)) {
    const name = changeNames[change];
    yield `\n## ${name.charAt(0).toUpperCase()}${name.slice(1)} (${thousands(shown.length + left)})\n\n`;
    yield '| Severity | Finding | Check | Region | First seen | Fingerprint |\n|---|---|---|---|---|---|\n';
    for (const each of shown) {
      const was = each.was === undefined ? '' : ` (was ${each.was})`;
      const before = each.unknownBefore === true ? ' (could not be judged before)' : '';
      yield `| ${severityNames[each.severity]}${was} | ${cell(each.message)}${before} | ${code(each.check)} | ${cell(each.region)} | ${each.firstSeen} | ${code(each.fingerprint.slice(0, 8))} |\n`;
    }
    if (left > 0) yield `\n… and ${thousands(left)} more.\n`;
  }
}
