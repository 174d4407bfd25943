import type { Category, Severity } from '../../src/engine/check.ts';
import { severities } from '../../src/engine/check.ts';
import type { Evidence, Finding, Status } from '../../src/engine/finding.ts';
import { statuses } from '../../src/engine/finding.ts';
import type { CheckInfo } from '../../src/engine/result.ts';
import { identityOf } from '../../src/engine/identity.ts';
import type { Packed, PackedSince } from './packed.ts';
import { sha256 } from './sha256.ts';
import type { Known, Pieces } from './templates.ts';
import { argumentsOf, fillTemplate, piecesOf } from './templates.ts';

export interface Group {
  readonly index: number;
  readonly check: CheckInfo;
  readonly severity: Severity;
  readonly category: Category;
  /** Findings `first` to `last` - 1. */
  readonly first: number;
  readonly last: number;
}

export interface Resource extends Known {
  readonly type: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** The findings of a page, read from the columns when they are needed: nothing is made for those nobody looks at. */
export class Findings {
  readonly size: number;
  readonly groups: readonly Group[];
  readonly #packed: Packed;
  readonly #texts: readonly Pieces[];
  readonly #groupOf: Int32Array;
  readonly #resourceOf: Int32Array;
  /** Checks may show a resource with other tags: it is the same by its ARN. */
  readonly #sameResource = new Map<number, number>();
  readonly #byArn = new Map<string, number>();
  readonly #names: readonly string[];
  readonly #ids: readonly string[];
  readonly #args: Arguments;
  readonly #resourceArgs: Arguments;

  constructor(packed: Packed) {
    this.#packed = packed;
    const { findings, resources, texts } = packed;
    this.size = findings.kinds.length;
    this.#names = restored(resources.names);
    this.#ids = restored(resources.ids, this.#names);
    this.#resourceOf = new Int32Array(this.size);
    let resource = 0;
    for (let index = 0; index < this.size; index += 1)
      this.#resourceOf[index] = resource += findings.resources[index] ?? 0;
    this.#texts = texts.map(piecesOf);
    const needed = this.#texts.map(argumentsOf);
    const need = (...forms: readonly number[]): number => forms.reduce((sum, form) => sum + (needed[form] ?? 0), 0);
    this.#args = new Arguments(
      findings.args,
      findings.kinds,
      packed.findingKinds.map(([, message, observed, , , , fix]) => need(message, observed, fix)),
    );
    this.#resourceArgs = new Arguments(
      resources.args,
      resources.kinds,
      packed.resourceKinds.map(([, , , arn, tags]) => need(arn, tags)),
    );
    this.#groupOf = new Int32Array(this.size);
    let first = 0;
    this.groups = packed.groups.flatMap(([checkIndex, severityIndex, count], index) => {
      const check = packed.checks[checkIndex];
      const severity = severities[severityIndex];
      if (check === undefined || severity === undefined) throw new RangeError('a group without its check');
      const last = first + count;
      this.#groupOf.fill(index, first, last);
      const group: Group = { index, check, severity, category: check.category, first, last };
      first = last;
      return group;
    });
  }

  groupOf(index: number): Group {
    return this.groups[this.#groupOf[index] ?? -1] ?? outOfRange(index);
  }

  status(index: number): Status {
    return statuses[this.#kind(index)[0]] ?? outOfRange(index);
  }

  region(index: number): string {
    return this.#packed.regions[this.#resourceKind(index)[1]] ?? '';
  }

  account(index: number): string {
    return this.#packed.accounts[this.#resourceKind(index)[2]] ?? '';
  }

  name(index: number): string {
    return this.#names[this.#resourceOf[index] ?? -1] ?? '';
  }

  message(index: number): string {
    return this.#text(this.#kind(index)[1], this.#known(index), this.#args.of(index));
  }

  /** The message without the resource's name at its start, for where the name stands beside it. */
  fact(index: number): string {
    const message = this.message(index);
    const name = this.name(index);
    return message.startsWith(`${name} `) ? message.slice(name.length + 1) : message;
  }

  /** What a search looks through: message, name, id, ARN, type, account, region, and tags as JSON and as `key=value`, in lower case. */
  searchable(index: number): string {
    const [arn, tags] = this.#resourceTexts(index);
    const type = this.#packed.types[this.#resourceKind(index)[0]] ?? '';
    const pairs = tags === '' ? '' : `${tags} ${tags.replaceAll('":"', '=')}`;
    return `${this.message(index)} ${this.name(index)} ${this.#id(index)} ${arn} ${type} ${this.account(index)} ${this.region(index)} ${pairs}`.toLowerCase();
  }

  /** A number that all findings about one ARN of one account have alike. */
  resourceOf(index: number): number {
    const own = this.#resourceOf[index] ?? -1;
    let same = this.#sameResource.get(own);
    if (same === undefined) {
      const key = `${this.account(index)} ${this.#resourceTexts(index)[0]}`;
      same = this.#byArn.get(key) ?? own;
      if (same === own) this.#byArn.set(key, own);
      this.#sameResource.set(own, same);
    }
    return same;
  }

  /** What a comparison said of a finding; undefined where nothing was compared. */
  since(index: number): PackedSince | undefined {
    const form = this.#kind(index)[7];
    return form === -1 ? undefined : (JSON.parse((this.#texts[form] ?? []).join('')) as PackedSince);
  }

  /** The evidence of a finding, and a number that equal evidence has alike. */
  evidenceForm(index: number): number {
    return this.#kind(index)[3];
  }

  /** What a finding's fingerprint is the hash of, unless it has its own. */
  identity(index: number): string {
    const [arn] = this.#resourceTexts(index);
    return identityOf(this.groupOf(index).check.id, this.account(index), this.region(index), arn);
  }

  /** 32 hexadecimal digits. */
  fingerprint(index: number): string {
    return this.ownFingerprint(index) ?? sha256(this.identity(index)).slice(0, 32);
  }

  resource(index: number): Resource {
    const [arn, tags] = this.#resourceTexts(index);
    return {
      name: this.name(index),
      id: this.#id(index),
      arn,
      account: this.account(index),
      region: this.region(index),
      type: this.#packed.types[this.#resourceKind(index)[0]] ?? '',
      tags: tags === '' ? {} : (JSON.parse(tags) as Record<string, string>),
    };
  }

  /** The ARN, and the tags as JSON. */
  #resourceTexts(index: number): readonly [arn: string, tags: string] {
    const kind = this.#resourceKind(index);
    const next = this.#resourceArgs.of(this.#resourceOf[index] ?? -1);
    const about = {
      name: this.name(index),
      id: this.#id(index),
      arn: '',
      account: this.account(index),
      region: this.region(index),
    };
    const arn = this.#text(kind[3], about, next);
    return [arn, kind[4] === -1 ? '' : this.#text(kind[4], about, next)];
  }

  /** Everything of one finding but its fingerprints. */
  finding(index: number): Omit<Finding, 'fingerprint' | 'aliases'> {
    const { check, severity, category } = this.groupOf(index);
    const { account, region, ...resource } = this.resource(index);
    const known = { account, region, ...resource };
    const next = this.#args.of(index);
    const [, messageForm, observedForm, evidence, unknown, suppression, fixForm] = this.#kind(index);
    const message = this.#text(messageForm, known, next);
    const parsed = (form: number): unknown => JSON.parse(this.#text(form, known, next));
    // Arguments come in the order in which they were put: message, observed, fix.
    const observed = observedForm === -1 ? {} : { observed: parsed(observedForm) };
    const fix = fixForm === -1 ? {} : { fix: parsed(fixForm) as NonNullable<Finding['fix']> };
    return {
      check: check.id,
      title: check.title,
      service: check.service,
      category,
      severity,
      status: this.status(index),
      message,
      account,
      region,
      resource,
      evidence: parsed(evidence) as Evidence[],
      ...observed,
      ...fix,
      ...(suppression === -1 ? {} : { suppression: parsed(suppression) as NonNullable<Finding['suppression']> }),
      ...(unknown === -1 ? {} : { unknown: parsed(unknown) as NonNullable<Finding['unknown']> }),
      ...this.since(index),
    };
  }

  /** The fingerprint of a finding that has its own; undefined = it is the hash of `identityOf`. */
  ownFingerprint(index: number): string | undefined {
    return this.#packed.fingerprints[index];
  }

  #id(index: number): string {
    return this.#ids[this.#resourceOf[index] ?? -1] ?? '';
  }

  /** What a message may repeat; the ARN is only put together when it does. */
  #known(index: number): Known {
    const arn = (): string => this.#resourceTexts(index)[0];
    return {
      name: this.name(index),
      id: this.#id(index),
      account: this.account(index),
      region: this.region(index),
      get arn() {
        return arn();
      },
    };
  }

  #kind(index: number): Packed['findingKinds'][number] {
    return this.#packed.findingKinds[this.#packed.findings.kinds[index] ?? -1] ?? outOfRange(index);
  }

  #resourceKind(index: number): Packed['resourceKinds'][number] {
    const kind = this.#packed.resources.kinds[this.#resourceOf[index] ?? -1] ?? -1;
    return this.#packed.resourceKinds[kind] ?? outOfRange(index);
  }

  #text(form: number, known: Known, next: () => string): string {
    return fillTemplate(this.#texts[form] ?? [], known, next);
  }
}

function outOfRange(index: number): never {
  throw new RangeError(`no finding ${index}`);
}

/** The arguments of all findings or resources, and where those of one begin. */
class Arguments {
  readonly #all: readonly string[];
  readonly #start: Int32Array;

  constructor(portions: readonly string[], kinds: readonly number[], needed: readonly number[]) {
    this.#all = portions.flatMap((portion) => (portion === '' ? [] : portion.split(' ')));
    this.#start = new Int32Array(kinds.length);
    let start = 0;
    for (let index = 0; index < kinds.length; index += 1) {
      this.#start[index] = start;
      start += needed[kinds[index] ?? -1] ?? 0;
    }
  }

  of(index: number): () => string {
    let place = this.#start[index] ?? 0;
    return () => this.#all[place++] ?? '';
  }
}

function restored(values: readonly (string | 0)[], instead: readonly string[] = []): string[] {
  let before = '';
  return values.map(
    (value, index) =>
      (before = value === 0 ? (instead[index] ?? '') : before.slice(0, parseInt(value.charAt(0), 36)) + value.slice(1)),
  );
}
