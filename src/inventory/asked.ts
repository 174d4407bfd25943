import type { Requests } from '../aws/api.ts';
import { redact } from '../secrets/redact.ts';
import { compare } from './inventory.ts';

/**
 * One operation as it was sent for a list or a facet of its resources. What a parameter takes from the resource is named by the
 * resource's field in braces, such as `{id}`; what else differed from request to request is `(varies)`. Tokens of later pages
 * are left out.
 */
export interface AskedRequest {
  /** Such as `s3:GetBucketPolicy`. */
  readonly operation: string;
  /** Those whose endpoints were asked. */
  readonly regions: readonly string[];
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** What was asked for a list, or for a facet of all resources of a list, and when; times as `toISOString` writes them. */
export interface Asked {
  /** Not before. */
  readonly from: string;
  /** Not after. */
  readonly to: string;
  /** Empty where nothing was asked, or some of the answers are those of an earlier run that this one goes on from. */
  readonly requests: readonly AskedRequest[];
}

const varies = '(varies)';
/** What of a parameter is kept: longer lists and texts are not what an API is usually asked with. */
const longest = 200;
const most = 5;

/** The resource's fields where it is asked about one, their ids where it is asked about several. */
type About = object | ReadonlySet<string>;

interface Kept {
  readonly operation: string;
  readonly regions: Set<string>;
  readonly parameters: Record<string, unknown>;
}

/** Keeps what is asked for a facet of all resources of a list: as much for a million of them as for two. */
export class AskedLog {
  readonly #requests = new Map<string, Kept>();
  readonly #shared = new Set<AskedLog>();
  readonly #now: () => number;
  #wasKnown = false;
  /** It is of what several ask, and of nothing else. */
  #isApart = false;
  #from: number | undefined;
  #to: number | undefined;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Notes what is asked about something. */
  of(about: About): Requests {
    return {
      log: this,
      sent: (operation, region, input) => this.#sent(operation, region, input, about),
      shares: ({ log }) => {
        if (log instanceof AskedLog && log !== this) this.#shared.add(log);
      },
      apart: () => {
        const log = new AskedLog(this.#now);
        log.#isApart = true;
        return log.of({});
      },
    };
  }

  /** Something was read between a time and now. @param from in ms since 1970 */
  read(from: number): void {
    this.#from = Math.min(this.#from ?? from, from);
    this.#to = Math.max(this.#to ?? from, this.#now());
  }

  /** An answer is one of an earlier run: nothing is kept of what that asked. @param begun when it began */
  known(begun: number): void {
    this.#wasKnown = true;
    this.read(begun);
  }

  /** @param operations that the facet declares: of what it shares with others, these are its own */
  result(operations: readonly string[]): Asked | undefined {
    if (this.#from === undefined || this.#to === undefined) return undefined;
    const all = [...this.#all()];
    const requests = all
      .flatMap((log) => [...log.#requests.values()])
      .filter(({ operation }) => operations.includes(operation.slice(operation.indexOf(':') + 1)))
      .map(({ operation, regions, parameters }) => ({
        operation,
        regions: [...regions].sort(),
        parameters: clean(parameters),
      }));
    const from = Math.min(...all.flatMap((log) => log.#from ?? []));
    return {
      from: new Date(from).toISOString(),
      to: new Date(this.#to).toISOString(),
      requests: all.some((log) => log.#wasKnown) ? [] : merged(requests),
    };
  }

  /** This one and all that it shares; of what is apart, what that shares too. */
  #all(): ReadonlySet<AskedLog> {
    const all = new Set<AskedLog>([this]);
    for (const log of all) if (log === this || log.#isApart) for (const other of log.#shared) all.add(other);
    return all;
  }

  #sent(operation: string, region: string, input: object, about: About): void {
    const parameters = templateOf(input, about) as Record<string, unknown>;
    const key = `${operation} ${Object.keys(parameters).sort().join()}`;
    const known = this.#requests.get(key);
    if (known === undefined) {
      this.#requests.set(key, { operation, regions: new Set([region]), parameters });
      return;
    }
    known.regions.add(region);
    for (const [name, value] of Object.entries(parameters))
      if (known.parameters[name] !== varies && !same(known.parameters[name], value)) known.parameters[name] = varies;
  }
}

/** What was asked for several lists and facets, as one. */
export function together(asked: readonly (Asked | undefined)[]): Asked | undefined {
  const known = asked.filter((one) => one !== undefined);
  const [first] = known;
  // Of some of them nothing is kept: then nothing is said of all.
  if (first === undefined || known.length < asked.length) return undefined;
  return {
    from: known.map(({ from }) => from).reduce((a, b) => (a < b ? a : b)),
    to: known.map(({ to }) => to).reduce((a, b) => (a > b ? a : b)),
    requests: merged(known.flatMap(({ requests }) => requests)),
  };
}

function merged(requests: readonly AskedRequest[]): AskedRequest[] {
  const byKey = new Map<string, AskedRequest>();
  for (const request of requests) {
    const key = `${request.operation} ${JSON.stringify(request.parameters)}`;
    const known = byKey.get(key);
    const regions = [...new Set([...(known?.regions ?? []), ...request.regions])].sort();
    byKey.set(key, { ...request, regions });
  }
  return [...byKey].sort(([a], [b]) => compare(a, b)).map(([, request]) => request);
}

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** An input with the resource's own values named; members without a value are not sent. */
function templateOf(value: unknown, about: About): unknown {
  if (typeof value === 'string') return nameOf(value, about) ?? (value.length > longest ? varies : value);
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) {
    const parts = new Map<string, unknown>();
    for (const each of value) {
      const part = templateOf(each, about);
      parts.set(JSON.stringify(part), part);
      if (parts.size > most) return varies;
    }
    return [...parts.values()];
  }
  if (typeof value !== 'object' || ArrayBuffer.isView(value)) return varies;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.map(([name, member]) => [name, templateOf(member, about)]));
}

/** How a value is called that a resource's field has: by what a report shows of it, if that is the same. */
function nameOf(value: string, about: About): string | undefined {
  if (about instanceof Set) return about.has(value) ? '{id}' : undefined;
  if (value === '') return undefined;
  const fields = about as Readonly<Record<string, unknown>>;
  const shown = ['id', 'arn', 'name'].find((name) => fields[name] === value);
  if (shown !== undefined) return `{${shown}}`;
  for (const name in fields) if (fields[name] === value) return `{${name}}`;
  return undefined;
}

/** Without what looks like a secret, wherever it came from. */
const clean = (parameters: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, cleaned(value)]));

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return redact(value);
  if (Array.isArray(value)) return value.map(cleaned);
  return typeof value === 'object' && value !== null ? clean(value as Record<string, unknown>) : value;
}
