import type { Verdict } from '../../engine/check.ts';
import { fail, pass } from '../../engine/check.ts';
import type { SecretFinding } from '../../secrets/find.ts';

/** A secret and the part of the resource it is in, e.g. `container web`. */
export interface LocatedSecret extends SecretFinding {
  readonly part?: string;
}

interface Question {
  readonly name: string;
  /** What was examined, as in "… in its environment variables". */
  readonly place: string;
  readonly secrets: readonly LocatedSecret[];
  /** What should be there instead, as in "expected …". */
  readonly expected: string;
}

/** More than these are counted in the message and left out of the evidence. */
const told = { message: 3, evidence: 20 } as const;
const longestName = 80;

/** Fails when secrets were found, and says how many, where and of what kind; what they are is not known here. */
export function judgeSecrets({ name, place, secrets, expected }: Question): Verdict {
  if (secrets.length === 0) return pass(`${name} has nothing in ${place} that looks like a secret`);
  const count = secrets.length === 1 ? 'what looks like a secret' : `what look like ${secrets.length} secrets`;
  const named = secrets.slice(0, told.message).map(describeSecret);
  const more = secrets.length - named.length;
  const list = more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ');
  return fail(`${name} has ${count} in ${place}: ${list}; expected ${expected}`, {
    count: secrets.length,
    secrets: secrets.slice(0, told.evidence),
  });
}

/** E.g. `DB_PASSWORD (password)`, `container web: line 3, column 8 (github-token)`. */
export function describeSecret({ kind, where, part }: LocatedSecret): string {
  const place = 'name' in where ? shortened(where.name) : `line ${where.line}, column ${where.column}`;
  return `${part === undefined ? '' : `${shortened(part)}: `}${place} (${kind})`;
}

const shortened = (text: string): string => (text.length > longestName ? `${text.slice(0, longestName)}…` : text);
