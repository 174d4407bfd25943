import { matcher } from '../text/glob.ts';
import type { Suppression } from '../engine/suppressions.ts';
import { globsOf, NotAGlob } from './pattern.ts';
import { controlsOf, namesOf } from './tools.ts';
import { isRecord } from '../text/record.ts';

/** What a mutelist becomes: suppressions that accept no finding that it did not mute, and the rest with why. */
export interface Migrated {
  readonly suppressions: readonly Suppression[];
  readonly left: readonly Left[];
  /** Our checks that are also what another check of Prowler is, which the mutelist did not mute. */
  readonly wider: readonly { readonly check: string; readonly also: readonly string[] }[];
}

/** Something that has no counterpart here. */
export interface Left {
  /** What it is, as the file says it. */
  readonly what: string;
  readonly why: string;
}

export interface Owned {
  readonly owner: string;
  readonly until?: string | undefined;
  /** Ids of checks that are live. */
  readonly live: ReadonlySet<string>;
}

type Fields = Readonly<Record<string, unknown>>;

/** More suppressions than this nobody keeps up. */
const most = 20_000;

/** The accounts of a mutelist, or of an allowlist as it was called before; undefined: the file is neither. */
export function accountsIn(document: unknown): Fields | undefined {
  if (!isRecord(document)) return undefined;
  const list = document['Mutelist'] ?? document['Allowlist'];
  const accounts = isRecord(list) ? list['Accounts'] : undefined;
  return isRecord(accounts) ? accounts : undefined;
}

/**
 * Prowler's mutelist as suppressions. Accounts, checks, regions and resources have to match all, of the resources and regions one;
 * tags all, those between bars one. https://docs.prowler.com/user-guide/cli/tutorials/mutelist
 */
export function fromMutelist(accounts: Fields, { owner, until, live }: Owned): Migrated {
  const suppressions: Suppression[] = [];
  const left: Left[] = [];
  const muted = new Set<string>();
  for (const [account, entry] of Object.entries(accounts)) {
    const checks = isRecord(entry) ? entry['Checks'] : undefined;
    if (!isRecord(checks)) {
      left.push({ what: account, why: 'it has no Checks' });
      continue;
    }
    if (account !== '*' && !/^\d{12}$/.test(account)) {
      left.push({ what: account, why: 'it is no account of AWS' });
      continue;
    }
    for (const [check, rule] of Object.entries(checks)) {
      const what = `${account} ${check}`;
      try {
        const made = suppressionsOf(account, check, isRecord(rule) ? rule : {}, live);
        left.push(...made.left.map((why) => ({ what, why })));
        for (const name of made.muted) muted.add(name);
        suppressions.push(
          ...made.selectors.map((selector) => ({
            ...selector,
            reason: reasonOf(rule),
            owner,
            ...(until === undefined ? {} : { until }),
          })),
        );
        if (suppressions.length > most) throw new NotAGlob(`more than ${most} suppressions come of this file`);
      } catch (error) {
        if (!(error instanceof NotAGlob)) throw error;
        left.push({ what, why: error.message });
        if (suppressions.length > most) break;
      }
    }
  }
  return { suppressions, left, wider: widerOf(suppressions, muted) };
}

const reasonOf = (rule: unknown): string => {
  const described = isRecord(rule) ? rule['Description'] : undefined;
  return typeof described === 'string' && described.trim() !== '' ? described.trim() : 'Muted in Prowler';
};

type Selector = Pick<Suppression, 'account' | 'check' | 'region' | 'resource' | 'tag'>;

function suppressionsOf(
  account: string,
  check: string,
  rule: Fields,
  live: ReadonlySet<string>,
): { selectors: Selector[]; left: string[]; muted: string[] } {
  const exceptions = rule['Exceptions'];
  if (isRecord(exceptions) && Object.values(exceptions).some((each) => Array.isArray(each) && each.length > 0))
    throw new NotAGlob('it has exceptions, and a suppression accepts more without them: name what is accepted');
  const names = check === '*' ? undefined : namesMuted(check);
  const ids = [...new Set(names?.flatMap((name) => controlsOf('prowler', name)))];
  const left = [
    ...(names ?? [])
      .filter((name) => controlsOf('prowler', name).length === 0)
      .map((name) => `no control is called ${name} in the catalogue`),
    ...ids.filter((id) => !live.has(id)).map((id) => `${id} is the same, and no check stands for it yet`),
  ];
  const regions = patternsOf(listIn(rule, 'Regions'), inRegion, left);
  const resources = patternsOf(listIn(rule, 'Resources'), inResource, left);
  const selectors: Selector[] = [];
  for (const id of names === undefined ? [undefined] : ids.filter((each) => live.has(each)))
    for (const region of regions)
      for (const resource of resources)
        for (const tag of tagsOf(listIn(rule, 'Tags', ['*'])))
          selectors.push({
            ...(id === undefined ? {} : { check: id }),
            ...(account === '*' ? {} : { account }),
            ...(region === undefined ? {} : { region }),
            ...(resource === undefined ? {} : { resource }),
            ...(tag === undefined ? {} : { tag }),
          });
  if (selectors.some((selector) => Object.keys(selector).length === 0))
    throw new NotAGlob('it mutes everything: a suppression names what it accepts');
  return { selectors, left, muted: names ?? [] };
}

/** Prowler's names that a check of a mutelist stands for. */
function namesMuted(check: string): string[] {
  if (/^\w+$/.test(check)) {
    // A name matches whatever it is a part of.
    const longer = namesOf('prowler').filter((name) => name.includes(check));
    return longer.length === 0 ? [check] : longer;
  }
  const tests = globsOf(check).map(matcher);
  const names = namesOf('prowler').filter((name) => tests.some((test) => test(name)));
  if (names.length === 0) throw new NotAGlob('it matches no check of Prowler that the catalogue knows');
  return names;
}

function listIn(rule: Fields, name: string, otherwise: readonly string[] = []): readonly string[] {
  const given = rule[name];
  const list = Array.isArray(given) && given.length > 0 ? given.map(String) : otherwise;
  if (list.length === 0) throw new NotAGlob(`it has no ${name}, and so mutes nothing`);
  return list;
}

/** A region's whole name is in no other's. */
function inRegion(glob: string): string {
  const whole = glob.replaceAll(/^\*|\*$/g, '');
  return /^[a-z]{2,}(?:-[a-z]+)+-\d+$/.test(whole) ? whole : glob;
}

/**
 * A pattern for the name of a resource, as one for its ARN: what is found anywhere in a name must not be found in the parts of an
 * ARN before it, or `logs` accepts every log group.
 */
function inResource(glob: string): string {
  if (!glob.startsWith('*')) return glob;
  const rest = glob.slice(1);
  return rest.startsWith('arn:') ? rest : `arn:*:*:*:*:*${rest}`;
}

/** One of these has to match; undefined: anything. What is no glob is left out, by which less is accepted. */
function patternsOf(
  list: readonly string[],
  written: (glob: string) => string,
  left: string[],
): (string | undefined)[] {
  const globs = list.flatMap((each) => {
    try {
      return globsOf(each);
    } catch (error) {
      if (!(error instanceof NotAGlob)) throw error;
      left.push(`${each} is a regular expression that no * says: ${error.message}`);
      return [];
    }
  });
  return globs.includes('*') ? [undefined] : [...new Set(globs.map(written))];
}

/** Tags of which each has to be there; between bars, one. */
function tagsOf(list: readonly string[]): (string | undefined)[] {
  const wanted = list.filter((each) => !/^\.?\*$/.test(each));
  if (wanted.length === 0) return [undefined];
  if (wanted.length > 1) throw new NotAGlob('it wants several tags at once, and a suppression looks at one');
  return (wanted[0] ?? '').split('|').map((each) => {
    const [, key, value] = /^\s*\^?([^=*+?[\](){}\\^$]+?)\s*(?:=\s*(.*?))?\s*$/.exec(each) ?? [];
    if (key === undefined) throw new NotAGlob(`the tag ${each.trim()}`);
    if (value === undefined || value === '*' || value === '.*') return key;
    const plain = value.replace(/\$$/, '');
    if (/[*+?[\](){}\\^$]/.test(plain)) throw new NotAGlob(`the tag ${each.trim()}`);
    return `${key}=${plain}`;
  });
}

/** Checks of ours that accept more than was muted, for they stand for several of Prowler's. */
function widerOf(suppressions: readonly Suppression[], muted: ReadonlySet<string>): Migrated['wider'] {
  const used = new Set(suppressions.flatMap(({ check }) => check ?? []));
  const also = new Map<string, string[]>();
  for (const name of namesOf('prowler')) {
    if (muted.has(name)) continue;
    for (const id of controlsOf('prowler', name)) if (used.has(id)) also.set(id, [...(also.get(id) ?? []), name]);
  }
  return [...also].map(([check, names]) => ({ check, also: names }));
}
