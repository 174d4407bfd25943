import type { Severity } from '../src/engine/check.ts';
import type { Colour } from '../src/engine/finding.ts';
import { colourOf } from '../src/engine/finding.ts';
import type { CheckInfo, RunInfo } from '../src/engine/result.ts';
import type { AdvisorRow, AdvisorRowResource, Agreement } from '../src/engine/trusted-advisor.ts';
import { few } from '../src/text/few.ts';
import { capital, thousands } from './text.ts';
import { colourNames, statusNames, utc } from './words.ts';

/** What the colours are called where people come from Trusted Advisor. */
export const colourWords: Readonly<Record<Colour, string>> = {
  red: 'action recommended',
  yellow: 'investigation recommended',
  blue: 'could not be judged',
  grey: 'excluded',
  green: 'no problems detected',
};

/** What AWS's statuses are called, and in which colour they stand in its console. */
export const theirStatuses: ReadonlyMap<string | undefined, readonly [colour: Colour, words: string]> = new Map([
  ['error', ['red', 'action recommended']],
  ['warning', ['yellow', 'investigation recommended']],
  ['ok', ['green', 'no problems detected']],
]);

export const agreementWords: Readonly<Record<Agreement, string>> = {
  differ: 'where the two differ',
  undecided: 'where one of the two does not know',
  agree: 'where the two agree',
  alone: 'of which no check here is',
};

/** A check's result there: `action recommended, 2 flagged, 1 excluded, of 2026-11-01 00:00:00 UTC`. */
export function theirResult({ status, flagged, excluded, checkedAt }: AdvisorRow): string {
  const [, words] = theirStatuses.get(status) ?? [];
  return [
    words ?? `no result${status === undefined ? '' : ` (${status})`}`,
    ...(flagged === undefined ? [] : [`${thousands(flagged)} flagged`]),
    ...(excluded === undefined || excluded === 0 ? [] : [`${thousands(excluded)} excluded`]),
    ...(checkedAt === undefined ? [] : [`of ${utc(checkedAt)}`]),
  ].join(', ');
}

/** `eu-west-1: sg-0a1b | 22 | Red (excluded there); here failed`. */
export function advisorResourceText({ region, cells, excluded, ours }: AdvisorRowResource): string {
  const said = cells.filter((each) => each !== '').join(' | ');
  // Most checks tell the region among the rest.
  return `${region === undefined || cells.includes(region) ? '' : `${region}: `}${said}${excluded === true ? ' (excluded there)' : ''}${ours === undefined ? '' : `; here ${statusNames[ours].toLowerCase()}`}`;
}

/** What makes a check which colour, with its settings as they were in the run. */
export function alertCriteria(
  severity: Severity,
  title: string,
  info: Pick<CheckInfo, 'id' | 'settings'> | undefined,
  run: Pick<RunInfo, 'selection'>,
): string {
  const failed = colourOf('fail', severity);
  const held = settingsHeld(info, run);
  const against = held.length === 0 ? '' : `, held against ${held.join('; ')}`;
  return `${capital(failed)} (${colourNames[failed].toLowerCase()}): of a resource it is not so that "${title}"${against}. Green: it is so for all. Blue: it could not be read. Grey: accepted, or a person must look.`;
}

/** `percent of the quota that are too many: 80`. */
function settingsHeld(
  info: Pick<CheckInfo, 'id' | 'settings'> | undefined,
  { selection }: Pick<RunInfo, 'selection'>,
): readonly string[] {
  const given = info === undefined ? undefined : selection?.settings[info.id];
  return Object.entries(info?.settings ?? {}).map(([name, { default: value, describe }]) => {
    const used = given?.[name] ?? value;
    return `${describe}: ${Array.isArray(used) ? (used.length === 0 ? 'none' : few(used.map(String))) : String(used)}`;
  });
}
