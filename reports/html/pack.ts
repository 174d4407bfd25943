import type { Severity } from '../../src/engine/check.ts';
import { severities } from '../../src/engine/check.ts';
import type { Finding } from '../../src/engine/finding.ts';
import { fingerprintOf, statuses } from '../../src/engine/finding.ts';
import type { CheckInfo, RunResult } from '../../src/engine/result.ts';
import type { Packed } from './packed.ts';
import { longestShared, portion } from './packed.ts';
import type { Known, Taken } from './templates.ts';
import { Templates } from './templates.ts';

/** Observed values longer than this, as JSON, are cut in the page; the JSON report has them whole. */
const longestObserved = 4000;

/** Turns a result into columns for the page. */
export function pack(result: RunResult): Packed {
  const packer = new Packer();
  const groups = groupsOf(result);
  for (const { findings } of groups) for (const finding of findings) packer.add(finding);
  const { run, summary, coverage, suppressions } = result;
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
    groups: groups.map(({ severity, findings, first }) => [indexOf(first), severities.indexOf(severity), findings.length] as const),
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
class Table<T> {
  readonly values: T[] = [];
  readonly #index = new Map<string, number>();

  add(key: string, make: () => T): number {
    let index = this.#index.get(key);
    if (index === undefined) {
      index = this.values.push(make()) - 1;
      this.#index.set(key, index);
    }
    return index;
  }
}

class Packer {
  readonly #templates = new Templates();
  readonly #strings = { accounts: new Table<string>(), regions: new Table<string>(), types: new Table<string>() };
  readonly #resourceKinds = new Table<Packed['resourceKinds'][number]>();
  readonly #findingKinds = new Table<Packed['findingKinds'][number]>();
  readonly #resources = new Table<{ name: string; id: string; kind: number; taken: readonly Taken[] }>();
  readonly #kinds: number[] = [];
  readonly #distances: number[] = [];
  readonly #taken: (readonly Taken[])[] = [];
  readonly #fingerprints: Record<string, string> = {};
  #last = 0;

  add(finding: Finding): void {
    const { account, region, resource } = finding;
    const known: Known = { name: resource.name, id: resource.id, arn: resource.arn, account, region };
    const index = this.#resource(finding, known);
    const message = this.#templates.take(finding.message, known);
    const observed = finding.observed === undefined ? undefined : this.#templates.take(observedText(finding.observed), known);
    const kind = [
      statuses.indexOf(finding.status),
      message.form,
      observed?.form ?? -1,
      this.#json(finding.evidence),
      this.#json(finding.unknown),
      this.#json(finding.suppression),
    ] as const;
    if (fingerprintOf(finding.check, account, region, resource.arn) !== finding.fingerprint) {
      this.#fingerprints[this.#kinds.length] = finding.fingerprint;
    }
    this.#kinds.push(this.#findingKinds.add(kind.join(), () => kind));
    this.#distances.push(index - this.#last);
    this.#last = index;
    this.#taken.push(observed === undefined ? [message] : [message, observed]);
  }

  #json(value: object | undefined): number {
    return value === undefined ? -1 : this.#templates.literal(JSON.stringify(value)).form;
  }

  #resource({ resource, account, region }: Finding, known: Known): number {
    const { type, arn, name, id, tags } = resource;
    const tagText = JSON.stringify(tags);
    return this.#resources.add(`${arn}\n${region}\n${account}\n${type}\n${id}\n${name}\n${tagText}`, () => {
      // Its own ARN is what is being taken apart here.
      const around = { ...known, arn: '' };
      const takenArn = this.#templates.take(arn, around);
      const takenTags = tagText === '{}' ? undefined : this.#templates.take(tagText, around);
      const { types, regions, accounts } = this.#strings;
      const kind = [
        types.add(type, () => type),
        regions.add(region, () => region),
        accounts.add(account, () => account),
        takenArn.form,
        takenTags?.form ?? -1,
      ] as const;
      const taken = takenTags === undefined ? [takenArn] : [takenArn, takenTags];
      return { name, id, kind: this.#resourceKinds.add(kind.join(), () => kind), taken };
    });
  }

  columns(): Omit<Packed, 'run' | 'summary' | 'coverage' | 'suppressions' | 'checks' | 'groups'> {
    const resources = this.#resources.values;
    return {
      texts: this.#templates.texts(),
      accounts: this.#strings.accounts.values,
      regions: this.#strings.regions.values,
      types: this.#strings.types.values,
      resourceKinds: this.#resourceKinds.values,
      findingKinds: this.#findingKinds.values,
      resources: {
        kinds: resources.map(({ kind }) => kind),
        names: shortened(resources.map(({ name }) => name)),
        ids: shortened(resources.map(({ id }) => id)).map((id, index) => (resources[index]?.id === resources[index]?.name ? 0 : id)),
        args: this.#joined(resources.map(({ taken }) => taken)),
      },
      findings: { kinds: this.#kinds, resources: this.#distances, args: this.#joined(this.#taken) },
      fingerprints: this.#fingerprints,
    };
  }

  #joined(all: readonly (readonly Taken[])[]): string[] {
    const portions: string[] = [];
    for (let start = 0; start < all.length; start += portion) {
      const args: string[] = [];
      for (const list of all.slice(start, start + portion)) for (const taken of list) args.push(...this.#templates.varying(taken));
      portions.push(args.join(' '));
    }
    return portions;
  }
}

function observedText(value: unknown): string {
  const text = JSON.stringify(value) ?? 'null';
  return text.length <= longestObserved ? text : JSON.stringify(`${text.slice(0, longestObserved)}… (cut; the JSON report has it whole)`);
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
