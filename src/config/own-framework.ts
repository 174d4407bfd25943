import { dirname, resolve } from 'node:path';
import { builtInKeys, frameworkByKey, isFrameworkFile } from '../compliance/load.ts';
import type { Check } from '../engine/check.ts';
import type { Framework, Requirement } from '../engine/frameworks.ts';
import { notLive } from '../engine/not-live.ts';
import { idsByName } from '../engine/select.ts';
import { AuditError } from '../program/errors.ts';
import { nearest } from '../text/nearest.ts';
import { loadDocument } from './load.ts';
import type { LineOf } from './yaml.ts';

/** A framework as its file holds it; `schemas/framework.schema.json` describes it. */
interface Written extends Omit<Framework, 'version' | 'requirements'> {
  readonly version?: string;
  readonly extends?: string;
  readonly leaveOut?: readonly string[];
  readonly requirements?: readonly (Omit<Requirement, 'checks'> & { readonly checks?: readonly string[] })[];
}

/** Mistakes that are told of one file; a framework may have thousands of one kind. */
const mostMistakes = 20;

/**
 * Loads a framework from a file of the user's own, and those that it extends.
 * @param given path of the file
 * @param base the folder that it is named from
 * @param all the checks that are there; controls of the catalogue without a check may be named too
 * @throws AuditError `config` with file and line of each mistake
 */
export async function ownFramework(given: string, base: string, all: readonly Check[]): Promise<Framework> {
  const now = idsByName(all);
  for (const { id } of notLive()) now.set(id, now.get(id) ?? id);
  return loaded(resolve(base, given), now, []);
}

type Ids = ReadonlyMap<string, string>;

/** @param above the files that extend this one */
async function loaded(file: string, ids: Ids, above: readonly string[]): Promise<Framework> {
  const { value, lineOf } = await loadDocument(file, 'framework');
  const written = value as Written;
  const mistakes = new Mistakes(file, lineOf);
  if (builtInKeys.includes(written.key))
    mistakes.add(['key'], `${written.key} is a framework of the program; give yours another key`);
  const extended = await extendedBy(written, file, ids, above, mistakes);
  const leftOut = new Set(written.leaveOut ?? []);
  const theirs = new Map((extended?.requirements ?? []).map((each) => [each.id, each]));
  for (const [i, id] of (written.leaveOut ?? []).entries())
    if (!theirs.has(id))
      mistakes.unknown(['leaveOut', i], `${extended?.key ?? 'nothing'} has no requirement ${id}`, id, theirs.keys());
  const own = new Map<string, Requirement>();
  for (const [i, { checks = [], whole = [], ...requirement }] of (written.requirements ?? []).entries()) {
    const { id } = requirement;
    if (own.has(id)) mistakes.add(['requirements', i], `${id} stands twice`);
    const named = (list: 'whole' | 'checks', names: readonly string[]): string[] =>
      names.map((name, n) => {
        const found = ids.get(name);
        if (found === undefined)
          mistakes.unknown(['requirements', i, list, n], `${id}: there is no check ${name}`, name, ids.keys());
        return found ?? name;
      });
    const every = [...named('whole', whole), ...named('checks', checks)];
    if (new Set(every).size < every.length) mistakes.add(['requirements', i], `${id} names a check twice`);
    own.set(id, {
      ...requirement,
      checks: every,
      ...(whole.length === 0 ? {} : { whole: every.slice(0, whole.length) }),
    });
  }
  mistakes.assertNone();
  const kept = [...theirs.values()].filter(({ id }) => !leftOut.has(id)).map((each) => own.get(each.id) ?? each);
  const added = [...own.values()].filter(({ id }) => !theirs.has(id) || leftOut.has(id));
  const { key, name, version, source, edition } = written;
  return {
    key,
    name,
    version: version ?? null,
    source: source ?? extended?.source,
    edition: edition ?? extended?.edition,
    memory: extended?.memory,
    requirements: [...kept, ...added],
  };
}

async function extendedBy(
  written: Written,
  file: string,
  ids: Ids,
  above: readonly string[],
  mistakes: Mistakes,
): Promise<Framework | undefined> {
  const { extends: name } = written;
  if (name === undefined) return undefined;
  if (isFrameworkFile(name)) {
    const next = resolve(dirname(file), name);
    const chain = [...above, file];
    if (!chain.includes(next)) return loaded(next, ids, chain);
    mistakes.add(['extends'], `extends itself: ${[...chain.slice(chain.indexOf(next)), next].join(' extends ')}`);
  } else if (builtInKeys.includes(name)) return frameworkByKey(name);
  else mistakes.unknown(['extends'], `there is no framework ${name}`, name, builtInKeys);
  mistakes.assertNone();
  return undefined;
}

/** What is wrong with a file, with lines. */
export class Mistakes {
  readonly #file: string;
  readonly #lineOf: LineOf;
  readonly #lines: string[] = [];
  #count = 0;

  constructor(file: string, lineOf: LineOf) {
    this.#file = file;
    this.#lineOf = lineOf;
  }

  add(path: readonly (string | number)[], what: string): void {
    this.#count += 1;
    if (this.#count > mostMistakes) return;
    const line = this.#lineOf(path);
    this.#lines.push(`${this.#file}${line === undefined ? '' : `:${line}`}: ${what}`);
  }

  /** The same with the nearest names that there are. */
  unknown(path: readonly (string | number)[], what: string, name: string, known: Iterable<string>): void {
    const near = this.#count < mostMistakes ? nearest(name, [...known]) : [];
    this.add(path, `${what}${near.length === 0 ? '' : `; did you mean ${near.join(', ')}?`}`);
  }

  /** @throws AuditError `config` */
  assertNone(): void {
    if (this.#count === 0) return;
    const more = this.#count - this.#lines.length;
    throw new AuditError('config', [...this.#lines, ...(more === 0 ? [] : [`and ${more} more`])].join('\n'));
  }
}
