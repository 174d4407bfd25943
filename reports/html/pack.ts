import type { Severity } from '../../src/engine/check.ts';
import { severities } from '../../src/engine/check.ts';
import type { Evidence, Finding, FindingResource } from '../../src/engine/finding.ts';
import { statuses } from '../../src/engine/finding.ts';
import { fingerprintOf } from '../../src/engine/fingerprint.ts';
import type { CheckInfo, RunResult } from '../../src/engine/result.ts';
import type { Packed } from './packed.ts';
import { longestShared, portion } from './packed.ts';
import type { Known } from './templates.ts';
import { Recent, Sequence, Templates } from './templates.ts';

/** Observed values longer than this, as JSON, are cut in the page; the JSON report has them whole. */
const longestObserved = 4000;

/** Turns a result into columns for the page. */
export function pack(result: RunResult): Packed {
  const packer = new Packer();
  const groups = groupsOf(result);
  for (const { findings } of groups) {
    packer.beginGroup();
    for (const finding of findings) packer.add(finding);
  }
  const { run, summary, coverage, suppressions, attackPaths } = result;
  const checks = [...result.checks];
  const checkIndex = new Map(checks.map(({ id }, index) => [id, index]));
  const indexOf = (finding: Finding): number => {
    let index = checkIndex.get(finding.check);
    if (index === undefined) checkIndex.set(finding.check, (index = checks.push(infoOf(finding)) - 1));
    return index;
  };
  return {
    run,
    summary,
    coverage,
    suppressions,
    ...(attackPaths === undefined ? {} : { attackPaths }),
    groups: groups.map(
      ({ severity, findings, first }) => [indexOf(first), severities.indexOf(severity), findings.length] as const,
    ),
    checks,
    ...packer.columns(),
  };
}

interface Group {
  readonly first: Finding;
  readonly severity: Severity;
  readonly findings: Finding[];
}

function groupsOf({ findings }: RunResult): Group[] {
  const groups = new Map<string, Group>();
  for (const finding of findings) {
    const key = `${finding.check} ${finding.severity}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { first: finding, severity: finding.severity, findings: [finding] });
    else group.findings.push(finding);
  }
  return [...groups.values()];
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

/** A resource as a finding names it, where it stands in the list, and the next one of the same ARN. */
interface Place {
  readonly finding: Finding;
  readonly index: number;
  readonly next: Place | undefined;
}

class Packer {
  readonly #templates = new Templates();
  readonly #accounts = new Table<string>();
  readonly #regions = new Table<string>();
  readonly #types = new Table<string>();
  readonly #resourceKinds = new Table<Packed['resourceKinds'][number]>();
  readonly #findingKinds = new Table<Packed['findingKinds'][number]>();
  readonly #places = new Map<string, Place>();
  readonly #resources: FindingResource[] = [];
  readonly #resourceKind: number[] = [];
  readonly #resourceTexts = new Sequence();
  readonly #usualKinds = new Map<number, number>();
  readonly #kinds: number[] = [];
  readonly #distances: number[] = [];
  readonly #texts = new Sequence();
  readonly #fingerprints: Record<string, string> = {};
  #recent = { message: new Recent(), observed: new Recent(), arn: new Recent(), tags: new Recent() };
  #last = 0;
  #evidence: readonly Evidence[] | undefined;
  #evidenceForm = -1;

  /** The texts of one check are of few forms. */
  beginGroup(): void {
    this.#recent = { message: new Recent(), observed: new Recent(), arn: new Recent(), tags: new Recent() };
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
    this.#kinds.push(this.#kind([status, message, observed, this.#evidenceForm, unknown, suppression]));
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
    const first = this.#places.get(resource.arn);
    for (let place = first; place !== undefined; place = place.next)
      if (samePlace(place.finding, finding)) return place.index;
    const index = this.#resources.push(resource) - 1;
    this.#places.set(resource.arn, { finding, index, next: first });
    // Its own ARN is what is being taken apart here.
    const known: Known = { name: resource.name, id: resource.id, arn: '', account, region };
    const arn = this.#templates.take(resource.arn, known, this.#resourceTexts, this.#recent.arn);
    const hasTags = Object.keys(resource.tags).length > 0;
    const tags = hasTags
      ? this.#templates.take(JSON.stringify(resource.tags), known, this.#resourceTexts, this.#recent.tags)
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

  columns(): Omit<Packed, 'run' | 'summary' | 'coverage' | 'suppressions' | 'checks' | 'groups'> {
    const resources = this.#resources;
    return {
      texts: this.#templates.texts(),
      accounts: this.#accounts.values,
      regions: this.#regions.values,
      types: this.#types.values,
      resourceKinds: this.#resourceKinds.values,
      findingKinds: this.#findingKinds.values,
      resources: {
        kinds: this.#resourceKind,
        names: shortened(resources.map(({ name }) => name)),
        ids: shortened(resources.map(({ id }) => id)).map((id, index) =>
          resources[index]?.id === resources[index]?.name ? 0 : id,
        ),
        args: this.#templates.joined(this.#resourceTexts, portion),
      },
      findings: { kinds: this.#kinds, resources: this.#distances, args: this.#templates.joined(this.#texts, portion) },
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
      sameList(one.actions, other.actions)
    );
  });

function samePlace(a: Finding, b: Finding): boolean {
  if (a.region !== b.region || a.account !== b.account) return false;
  const [one, other] = [a.resource, b.resource];
  if (one === other) return true;
  if (one.name !== other.name || one.id !== other.id || one.type !== other.type) return false;
  const keys = Object.keys(one.tags);
  return keys.length === Object.keys(other.tags).length && keys.every((key) => one.tags[key] === other.tags[key]);
}

function observedText(value: unknown): string {
  const text = JSON.stringify(value) ?? 'null';
  return text.length <= longestObserved
    ? text
    : JSON.stringify(`${text.slice(0, longestObserved)}… (cut; the JSON report has it whole)`);
}

function shortened(values: readonly string[]): string[] {
  let before = '';
  return values.map((value) => {
    let shared = 0;
    while (shared < longestShared && shared < value.length && value[shared] === before[shared]) shared += 1;
    before = value;
    return shared.toString(36) + value.slice(shared);
  });
}
