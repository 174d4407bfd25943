import { createHash } from 'node:crypto';
import { dirname, resolve } from 'node:path';
import { frameworkKeys } from '../compliance/load.ts';
import { needsPerson } from '../compliance/person.ts';
import type { Attested, AttestationNotice } from '../engine/compliance.ts';
import type { Framework, Requirement } from '../engine/frameworks.ts';
import { messageOf } from '../program/errors.ts';
import { readBounded } from '../program/read-file.ts';
import { loadDocument } from './load.ts';
import { Mistakes } from './own-framework.ts';
import type { LineOf } from './yaml.ts';

/** Somebody vouches for what no check can see of a requirement; `schemas/config.schema.json` describes it. */
export interface Attestation {
  /** `<framework>:<requirement>`: its id, or the number of its source, which several may have. */
  readonly requirement: string;
  readonly statement: string;
  readonly who: string;
  /** `YYYY-MM-DD`. */
  readonly when: string;
  readonly validUntil: string;
  /** A file, relative to the one that this stands in. */
  readonly evidence?: string;
  readonly sha256?: string;
}

/** Attestations and the file that they stand in. */
export interface AttestationFile {
  readonly file: string;
  readonly attestations: readonly Attestation[];
  readonly lineOf: LineOf;
}

/** A file of attestations: a list, or a mapping with the key `attestations`. @throws AuditError `config` */
export async function loadAttestations(given: string, cwd: string): Promise<AttestationFile> {
  const file = resolve(cwd, given);
  const { value, lineOf } = await loadDocument(file, 'attestations');
  return {
    file,
    attestations: value as readonly Attestation[],
    lineOf: (path) => lineOf(path) ?? lineOf(['attestations', ...path]),
  };
}

/** What attestations come to on a day. */
export interface Weighed {
  /** Those that count, by framework's key and requirement's id. */
  readonly attested: ReadonlyMap<string, ReadonlyMap<string, Attested>>;
  /** Those that do not, by framework's key. */
  readonly notices: ReadonlyMap<string, readonly AttestationNotice[]>;
}

/** Evidence is hashed whole, so it has an end. */
const mostEvidence = 256 * 1024 * 1024;

/**
 * Says which attestations count on a day: those that began, have not ended, and whose evidence is what it was.
 * @param today `YYYY-MM-DD`
 * @param frameworkOf reads a framework that there is
 * @throws AuditError `config` with file and line, for a requirement that does not exist or needs no person
 */
export async function weigh(
  files: readonly AttestationFile[],
  today: string,
  frameworkOf: (key: string) => Promise<Framework>,
  keys: readonly string[] = frameworkKeys(),
): Promise<Weighed> {
  const attested = new Map<string, Map<string, Attested>>();
  const notices = new Map<string, AttestationNotice[]>();
  for (const { file, attestations, lineOf } of files) {
    const mistakes = new Mistakes(file, lineOf);
    for (const [i, attestation] of attestations.entries()) {
      const [key, name] = split(attestation.requirement);
      if (!keys.includes(key)) {
        mistakes.unknown([i, 'requirement'], `there is no framework ${key}`, key, keys);
        continue;
      }
      const { requirements } = await frameworkOf(key);
      const meant = named(requirements, name);
      const [first] = meant;
      if (first === undefined) {
        mistakes.unknown([i, 'requirement'], `${key} has no requirement ${name}`, name, idsOf(requirements));
        continue;
      }
      if (!meant.some(needsPerson))
        mistakes.add([i, 'requirement'], `${attestation.requirement} needs no person: its checks answer all of it`);
      if (attestation.validUntil < attestation.when)
        mistakes.add([i, 'validUntil'], `${attestation.requirement} ends before it begins`);
      const told = toldOf(attestation);
      const [kind, why] = (await faultOf(attestation, today, dirname(file))) ?? [undefined, ''];
      if (kind !== undefined) {
        notices.set(key, [...(notices.get(key) ?? []), { ...told, kind, requirement: name, why }]);
        continue;
      }
      const own = attested.get(key) ?? new Map<string, Attested>();
      attested.set(key, own);
      for (const requirement of meant.filter(needsPerson)) {
        if (own.has(requirement.id)) mistakes.add([i, 'requirement'], `${attestation.requirement} is attested twice`);
        own.set(requirement.id, told);
      }
    }
    mistakes.assertNone();
  }
  return { attested, notices };
}

const split = (requirement: string): [key: string, name: string] => {
  const at = requirement.indexOf(':');
  return [requirement.slice(0, at), requirement.slice(at + 1)];
};

/** The requirement of this id, or those that the source numbers so. */
function named(requirements: readonly Requirement[], name: string): readonly Requirement[] {
  const exact = requirements.filter(({ id }) => id === name);
  return exact.length > 0 ? exact : requirements.filter(({ number }) => number === name);
}

const idsOf = (requirements: readonly Requirement[]): string[] => [
  ...new Set(requirements.flatMap(({ id, number }) => (number === undefined ? [id] : [id, number]))),
];

const toldOf = ({ statement, who, when, validUntil, evidence, sha256 }: Attestation): Attested => ({
  statement,
  who,
  when,
  validUntil,
  ...(evidence === undefined || sha256 === undefined ? {} : { evidence: { file: evidence, sha256 } }),
});

/** Why an attestation does not count; undefined where it does. */
async function faultOf(
  { when, validUntil, evidence, sha256 }: Attestation,
  today: string,
  base: string,
): Promise<readonly [AttestationNotice['kind'], string] | undefined> {
  if (validUntil < today) return ['expired', `it ended on ${validUntil}`];
  if (when > today) return ['not-yet', `it begins on ${when}`];
  if (evidence === undefined) return undefined;
  const found = await digestOf(resolve(base, evidence));
  if ('cause' in found) return ['evidence', `${evidence} cannot be read (${found.cause})`];
  return found.sha256 === sha256
    ? undefined
    : ['evidence', `${evidence} is not what it was: its SHA-256 is ${found.sha256}`];
}

async function digestOf(file: string): Promise<{ readonly sha256: string } | { readonly cause: string }> {
  try {
    return {
      sha256: createHash('sha256')
        .update(await readBounded(file, mostEvidence))
        .digest('hex'),
    };
  } catch (error) {
    return { cause: messageOf(error) };
  }
}
