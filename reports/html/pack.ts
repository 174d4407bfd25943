import { createHash } from 'node:crypto';
import type { Cause } from '../../src/engine/causes/cause.ts';
import { clearsText, reachText } from '../causes.ts';
import type { Compliance } from '../../src/engine/compliance.ts';
import type { Severity } from '../../src/engine/check.ts';
import { severities } from '../../src/engine/check.ts';
import type { Evidence, Finding } from '../../src/engine/finding.ts';
import { statuses } from '../../src/engine/finding.ts';
import { digestOf, fingerprintOf } from '../../src/engine/fingerprint.ts';
import type { CheckInfo, AnyResult } from '../../src/engine/result.ts';
import type { PackedCause, PackedCompliance, PackedCounts, Packed } from './packed.ts';
import { longestShared, mostOnPaper } from './packed.ts';
import { findingsCsv } from '../csv.ts';
import type { Known } from './templates.ts';
import { Recent, Sequence, Templates } from './templates.ts';

/** Observed values longer than this, as JSON, are cut in the page; the JSON report has them whole. */
const longestObserved = 4000;

/**
 * Turns a result into columns for the page. Findings of one check and severity stand together in it.
 * @param elsewhere what a check is called in other tools, for the search
 */
export function pack(result: AnyResult, elsewhere?: (check: string) => readonly string[]): Packed {
  const packer = new Packer();
  const groups: Group[] = [];
  for (const finding of result.findings) {
    let group = groups.at(-1);
    if (group === undefined || group.check !== finding.check || group.severity !== finding.severity) {
      const { check, severity } = finding;
      groups.push((group = { check, severity, info: infoOf(finding), count: 0 }));
      packer.beginGroup();
    }
    group.count += 1;
    packer.add(finding);
  }
  const { run, summary, suppressions, attackPaths, exposed, trustedAdvisor, compliance, changes, coverage } = result;
  const checks = [...result.checks];
  const checkIndex = new Map(checks.map(({ id }, index) => [id, index]));
  const indexOf = ({ check, info }: Group): number => {
    let index = checkIndex.get(check);
    if (index === undefined) checkIndex.set(check, (index = checks.push(info) - 1));
    return index;
  };
  return {
    run,
    summary,
    coverage,
    suppressions,
    // The page draws the ways itself where it has them one by one.
    ...(attackPaths === undefined
      ? {}
      : { attackPaths: attackPaths.ways === undefined ? attackPaths : { ...attackPaths, svg: '' } }),
    ...(exposed === undefined ? {} : { exposed }),
    ...(trustedAdvisor === undefined ? {} : { trustedAdvisor }),
    ...(compliance === undefined ? {} : { compliance: compliance.map(packedCompliance), counts: countsOf(compliance) }),
    ...(changes === undefined ? {} : { changes }),
    ...(elsewhere === undefined ? {} : { elsewhere: namesElsewhere(checks, elsewhere) }),
    ...(summary.findings <= mostOnPaper ? {} : { findingsCsv: hashOf(findingsCsv.render(result, {})) }),
    causes: { count: result.causes.length, first: result.causes.slice(0, shownCauses).map(packedCause) },
    groups: groups.map((group) => [indexOf(group), severities.indexOf(group.severity), group.count] as const),
    checks,
    ...packer.columns(),
  };
}

interface Group {
  readonly check: string;
  readonly severity: Severity;
  readonly info: CheckInfo;
  count: number;
}

/** What is known of a check that is not among the run's checks. */
const infoOf = ({ check, title, service, category, severity, resource }: Finding): CheckInfo => ({
  id: check,
  title,
  service,
  category,
  severity,
  resourceType: resource.type,
  risk: '',
  fix: { text: '' },
  references: [],
  frameworks: [],
});

/** A list of distinct values, each known by its place. */
class Table<T extends string | readonly number[]> {
  readonly values: T[] = [];
  readonly #index = new Map<string, number>();

  add(value: T): number {
    const key = typeof value === 'string' ? value : value.join();
    let index = this.#index.get(key);
    if (index === undefined) this.#index.set(key, (index = this.values.push(value) - 1));
    return index;
  }
}

const recent = () => ({
  message: new Recent(),
  observed: new Recent(),
  fix: new Recent(),
  arn: new Recent(),
  tags: new Recent(),
});

class Packer {
  readonly #templates = new Templates();
  readonly #accounts = new Table<string>();
  readonly #regions = new Table<string>();
  readonly #types = new Table<string>();
  readonly #resourceKinds = new Table<Packed['resourceKinds'][number]>();
  readonly #findingKinds = new Table<Packed['findingKinds'][number]>();
  /** By digest of a resource where it stands in the list. */
  readonly #places = new Map<string, number>();
  readonly #names = new Shortened();
  readonly #ids = new Shortened();
  readonly #resourceKind: number[] = [];
  readonly #resourceTexts = new Sequence();
  readonly #usualKinds = new Map<number, number>();
  readonly #kinds: number[] = [];
  readonly #distances: number[] = [];
  readonly #texts = new Sequence();
  readonly #fingerprints: Record<string, string> = {};
  #recent = recent();
  #last = 0;
  #evidence: readonly Evidence[] | undefined;
  #evidenceForm = -1;

  /** The texts of one check are of few forms. */
  beginGroup(): void {
    this.#recent = recent();
  }

  add(finding: Finding): void {
    const { account, region, resource } = finding;
    const known: Known = { name: resource.name, id: resource.id, arn: resource.arn, account, region };
    const index = this.#resource(finding);
    const message = this.#templates.take(finding.message, known, this.#texts, this.#recent.message);
    const observed =
      finding.observed === undefined
        ? -1
        : this.#templates.take(observedText(finding.observed), known, this.#texts, this.#recent.observed);
    const fix =
      finding.fix === undefined
        ? -1
        : this.#templates.take(JSON.stringify(finding.fix), known, this.#texts, this.#recent.fix);
    this.#texts.endItem();
    if (this.#evidence === undefined || !sameEvidence(finding.evidence, this.#evidence)) {
      this.#evidence = finding.evidence;
      this.#evidenceForm = this.#json(finding.evidence);
    }
    if (fingerprintOf(finding.check, account, region, resource.arn) !== finding.fingerprint) {
      this.#fingerprints[this.#kinds.length] = finding.fingerprint;
    }
    const status = statuses.indexOf(finding.status);
    const [unknown, suppression] = [this.#json(finding.unknown), this.#json(finding.suppression)];
    const { change, firstSeen } = finding;
    const since = this.#json(change === undefined && firstSeen === undefined ? undefined : { change, firstSeen });
    this.#kinds.push(this.#kind([status, message, observed, this.#evidenceForm, unknown, suppression, fix, since]));
    this.#distances.push(index - this.#last);
    this.#last = index;
  }

  /** Findings with messages of one form mostly are of one kind. */
  #kind(kind: Packed['findingKinds'][number]): number {
    const [, message] = kind;
    const usual = this.#usualKinds.get(message);
    if (
      usual !== undefined &&
      this.#findingKinds.values[usual]?.every((value, place) => value === kind[place]) === true
    )
      return usual;
    const index = this.#findingKinds.add(kind);
    this.#usualKinds.set(message, index);
    return index;
  }

  #json(value: object | undefined): number {
    return value === undefined ? -1 : this.#templates.literal(JSON.stringify(value));
  }

  #resource(finding: Finding): number {
    const { resource, account, region } = finding;
    const digest = digestOf(JSON.stringify([account, region, resource]));
    const known = this.#places.get(digest);
    if (known !== undefined) return known;
    const index = this.#places.size;
    this.#places.set(digest, index);
    this.#names.add(resource.name, true);
    this.#ids.add(resource.id, resource.id !== resource.name);
    // Its own ARN is what is being taken apart here.
    const own: Known = { name: resource.name, id: resource.id, arn: '', account, region };
    const arn = this.#templates.take(resource.arn, own, this.#resourceTexts, this.#recent.arn);
    const hasTags = Object.keys(resource.tags).length > 0;
    const tags = hasTags
      ? this.#templates.take(JSON.stringify(resource.tags), own, this.#resourceTexts, this.#recent.tags)
      : -1;
    this.#resourceTexts.endItem();
    this.#resourceKind.push(
      this.#resourceKinds.add([
        this.#types.add(resource.type),
        this.#regions.add(region),
        this.#accounts.add(account),
        arn,
        tags,
      ]),
    );
    return index;
  }

  /** To be asked once, when everything was added. */
  columns(): Pick<
    Packed,
    | 'texts'
    | 'accounts'
    | 'regions'
    | 'types'
    | 'resourceKinds'
    | 'findingKinds'
    | 'resources'
    | 'findings'
    | 'fingerprints'
  > {
    // What only helped to find things again makes room for what is written.
    this.#places.clear();
    return {
      texts: this.#templates.texts(),
      accounts: this.#accounts.values,
      regions: this.#regions.values,
      types: this.#types.values,
      resourceKinds: this.#resourceKinds.values,
      findingKinds: this.#findingKinds.values,
      resources: {
        kinds: this.#resourceKind,
        names: this.#names.values as string[],
        ids: this.#ids.values,
        args: this.#templates.joined(this.#resourceTexts),
      },
      findings: { kinds: this.#kinds, resources: this.#distances, args: this.#templates.joined(this.#texts) },
      fingerprints: this.#fingerprints,
    };
  }
}

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a === b || (a.length === b.length && a.every((value, index) => value === b[index]));

/** Most findings of a check rest on equal evidence: comparing is cheaper than writing it again. */
const sameEvidence = (a: readonly Evidence[], b: readonly Evidence[]): boolean =>
  a.length === b.length &&
  a.every((one, index) => {
    const other = b[index];
    return (
      other !== undefined &&
      one.facet === other.facet &&
      one.outcome === other.outcome &&
      one.code === other.code &&
      sameAsked(one.asked, other.asked) &&
      sameList(one.actions, other.actions)
    );
  });

/** Of one listing they are the same object, unless they were unpacked. */
const sameAsked = (a: Evidence['asked'], b: Evidence['asked']): boolean =>
  a === b || (a?.from === b?.from && a?.to === b?.to && JSON.stringify(a) === JSON.stringify(b));

function observedText(value: unknown): string {
  const text = JSON.stringify(value) ?? 'null';
  return text.length <= longestObserved
    ? text
    : JSON.stringify(`${text.slice(0, longestObserved)}… (cut; the JSON report has it whole)`);
}

/** A text of each resource, without what it shares with the one before; 0 where it is left out. */
class Shortened {
  readonly values: (string | 0)[] = [];
  #before = '';

  add(value: string, kept: boolean): void {
    const before = this.#before;
    let shared = 0;
    while (shared < longestShared && shared < value.length && value[shared] === before[shared]) shared += 1;
    this.#before = value;
    this.values.push(kept ? whole(shared.toString(36) + value.slice(shared)) : 0);
  }
}

/** Looked into, a text that was put together of parts becomes one, and the parts leave memory. */
function whole(text: string): string {
  text.charCodeAt(0);
  return text;
}

/** Causes on the first page, in the order of the result. */
const shownCauses = 10;
const shownCommands = 5;

function packedCompliance({
  framework,
  summary,
  withinSelection,
  attestations,
  requirements,
}: Compliance): PackedCompliance {
  return {
    framework,
    summary,
    ...(withinSelection === undefined ? {} : { withinSelection }),
    ...(attestations === undefined ? {} : { attestations }),
    requirements: requirements.map(({ checks, fingerprints: _prints, moreFingerprints: _more, ...shown }) => ({
      ...shown,
      checks: checks.map(({ check, covers }) => [check, covers === 'whole' ? 1 : 0] as const),
    })),
  };
}

/** A check finds the same whichever requirement it stands for. */
function countsOf(compliance: readonly Compliance[]): Record<string, PackedCounts> {
  const counts: Record<string, PackedCounts> = {};
  for (const { requirements } of compliance)
    for (const { checks } of requirements)
      for (const { check, covers: _covers, ...found } of checks) counts[check] ??= found;
  return counts;
}

const namesElsewhere = (
  checks: readonly CheckInfo[],
  elsewhere: (check: string) => readonly string[],
): Record<string, string> =>
  Object.fromEntries(checks.map(({ id }) => [id, elsewhere(id).join(' ')]).filter(([, names]) => names !== ''));

function hashOf(chunks: Iterable<string>): string {
  const hash = createHash('sha256');
  for (const chunk of chunks) hash.update(chunk);
  return hash.digest('hex');
}

function packedCause(cause: Cause): PackedCause {
  const { id, severity, status, title, commands, effort } = cause;
  const more = commands.length - shownCommands;
  const facts = [
    severity,
    clearsText(cause),
    reachText(cause.reach),
    effort === 'hand' && status === 'fail' ? 'by hand' : effort === 'values' ? 'values in capitals to fill in' : '',
    more > 0 ? `${more} more commands: audit explain ${id}` : '',
  ].filter((text) => text !== '');
  return { id, severity, status, title, commands: commands.slice(0, shownCommands), facts };
}
