import type { Cause, Reach } from '../src/engine/causes/cause.ts';
import { counted } from './text.ts';

/** How much a cause clears: `7 findings, 2 resources`. */
export const sizeText = ({ status, findings, resources }: Cause): string =>
  `${counted(findings.length, status === 'fail' ? 'finding' : 'unknown finding')}${findings.length === 1 ? '' : `, ${counted(resources, 'resource')}`}`;

/** What fixing a cause does: `clears 7 findings of 2 resources`. */
export function clearsText({ status, findings, resources, worst, severity }: Cause): string {
  const found = counted(findings.length, status === 'fail' ? 'finding' : 'unknown finding');
  const verb = status === 'fail' ? `clears ${found}` : `lets ${found} be judged`;
  const of = findings.length === 1 ? '' : ` of ${counted(resources, 'resource')}`;
  return `${verb}${of}${status === 'fail' && worst < findings.length ? ` (${worst} ${severity})` : ''}`;
}

const reachWords: Readonly<Record<Reach['from'], string>> = {
  internet: 'open to the internet',
  accounts: 'open to other accounts',
  path: 'on a way to administrator',
  unshown: '',
  nowhere: 'used by nothing',
};

/** Who reaches what a cause leaves open, in short; empty where nothing that was read shows it. */
export const reachWord = ({ from }: Reach): string => reachWords[from];

/** The same as far as it was read. */
export const reachText = ({ from, how }: Reach): string => how ?? reachWords[from];
