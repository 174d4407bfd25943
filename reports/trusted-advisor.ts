import type { Colour } from '../src/engine/finding.ts';
import type { AdvisorRow, AdvisorRowResource, Agreement } from '../src/engine/trusted-advisor.ts';
import { thousands } from './text.ts';
import { statusNames, utc } from './words.ts';

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
