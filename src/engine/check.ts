import { lacking, type PartitionFeature } from '../partitions/partitions.ts';
import type { AnyResourceType, FacetsOf } from '../inventory/resource.ts';
import type { Form } from './forms/form.ts';
import type { Along, AlongValues, Subject, UnreadReason } from './along.ts';
import { rows, type RowId } from './rows.ts';
import type { Category, Severity } from './severity.ts';
import type { AlongOf, Derivation, DerivedValues } from './derive.ts';
import { alongOf } from './derive.ts';
import type { Reach } from './causes/cause.ts';

export { along } from './along.ts';
export type { Along, Subject, SubjectBase, UnreadReason } from './along.ts';

export { categories, severities } from './severity.ts';
export type { Category, Severity } from './severity.ts';

/** What a failure says for the order in which failures are to be fixed. */
export interface Bearing {
  /** The ARNs of what has to be changed for it: findings that name the same are cleared by one change. */
  readonly changes?: readonly string[] | undefined;
  /** Who reaches the resource, where the verdict knows. */
  readonly reach?: Reach | undefined;
}

/** What a check says of one resource. There is no default: a verdict is only made by the functions below. */
export type Verdict =
  | {
      readonly kind: 'pass' | 'fail' | 'manual';
      readonly message: string;
      readonly observed?: unknown;
      readonly fix?: ExactFix | undefined;
      readonly bearing?: Bearing;
    }
  | { readonly kind: 'not-applicable'; readonly reason: string }
  | {
      readonly kind: 'unknown';
      readonly cause: string;
      readonly actions?: readonly string[];
      readonly without?: readonly string[];
    };

/** The resource is in the state the title names. `observed` is the part of the evidence the verdict rests on. */
export const pass = (message: string, observed?: unknown): Verdict => ({ kind: 'pass', message, observed });
/**
 * The resource is not in that state. The message names the resource, what was observed and what is expected.
 * @param fix what to do about just this, where a judgement shared by several checks knows it
 * @param bearing what else is to be changed for it, and who reaches it
 */
export const fail = (message: string, observed?: unknown, fix?: ExactFix, bearing?: Bearing): Verdict => ({
  kind: 'fail',
  message,
  observed,
  ...(fix === undefined ? {} : { fix }),
  ...(bearing === undefined ? {} : { bearing }),
});
/** A person must look: AWS offers no API that decides it. */
export const manual = (message: string, observed?: unknown): Verdict => ({ kind: 'manual', message, observed });
/** The question does not arise for this resource. Makes no finding; counted in coverage. */
export const notApplicable = (reason: string): Verdict => ({ kind: 'not-applicable', reason });
/**
 * The facts were read but do not decide, e.g. a policy whose document cannot be parsed.
 * @param actions IAM actions that would have to be allowed, if that is the cause
 */
export const unknown = (cause: string, actions: readonly string[] = []): Verdict => ({
  kind: 'unknown',
  cause,
  actions,
});
/**
 * Companions declared `optional` could not be read, and here they decide.
 * @param without their names in `along`, of those in `unreadAlong`
 */
export const unknownWithout = (cause: string, without: readonly string[]): Verdict => ({
  kind: 'unknown',
  cause,
  without,
});

const order: readonly Verdict['kind'][] = ['fail', 'unknown', 'pass'];

/** The worst of what was said of the parts of a resource; undefined where none of it decides. */
export const worstOf = (verdicts: readonly Verdict[]): Verdict | undefined =>
  order.flatMap((kind) => verdicts.filter((one) => one.kind === kind))[0];

/** A verdict, and what it says if it is a failure for the order in which failures are to be fixed. */
export const bearing = (verdict: Verdict, said: Bearing): Verdict =>
  verdict.kind === 'fail' ? { ...verdict, bearing: { ...verdict.bearing, ...said } } : verdict;

/**
 * A check's answer, made sure to be a verdict: checks come from users too, whose JavaScript may return anything.
 * @throws TypeError saying what was returned instead
 */
export function assertVerdict(value: unknown): asserts value is Verdict {
  const { kind, message, reason, cause } = (value ?? {}) as Record<string, unknown>;
  const text = kind === 'not-applicable' ? reason : kind === 'unknown' ? cause : message;
  if (verdictKinds.has(kind) && typeof text === 'string') return;
  const found =
    value instanceof Promise
      ? 'a promise (evaluate must not be async)'
      : value === undefined
        ? 'nothing (a return is missing)'
        : typeof value === 'object'
          ? 'an object that is no verdict'
          : `${typeof value} ${JSON.stringify(value)}`;
  throw new TypeError(`evaluate returned ${found}; expected pass(), fail(), manual(), notApplicable() or unknown()`);
}

const verdictKinds = new Set<unknown>(['pass', 'fail', 'manual', 'not-applicable', 'unknown']);

export type SettingSpec =
  | {
      readonly type: 'integer';
      readonly default: number;
      readonly min?: number;
      readonly max?: number;
      readonly describe: string;
    }
  | { readonly type: 'strings'; readonly default: readonly string[]; readonly describe: string }
  | { readonly type: 'integers'; readonly default: readonly number[]; readonly describe: string }
  | { readonly type: 'boolean'; readonly default: boolean; readonly describe: string };

type SettingValue<S> = S extends { type: 'integer' }
  ? number
  : S extends { type: 'strings' }
    ? readonly string[]
    : S extends { type: 'integers' }
      ? readonly number[]
      : boolean;

export interface Context<S = Record<never, never>, A = Record<never, never>, D = Record<never, never>> {
  /** The run's clock in ms since 1970; checks have no other. */
  readonly now: number;
  /** Thresholds: the defaults, or what the configuration says. */
  readonly settings: { readonly [K in keyof S]: SettingValue<S[K]> };
  readonly along: AlongValues<A>;
  /** What was worked out of several types, by the names the check gave it. */
  readonly derived: DerivedValues<D>;
  /** Account ids the configuration calls trusted. */
  readonly trustedAccounts: readonly string[];
  /** Regions of this run. */
  readonly regions: readonly string[];
  /** Enabled regions this run left out (or may have): an account-wide pass must not rest on the others alone. */
  readonly unreadRegions: readonly string[];
  /** The companions declared `optional` that could not be read whole, by their name in `along`. */
  readonly unreadAlong: Readonly<Record<string, UnreadReason>>;
}

/** What to do about a failure. */
export interface Fix {
  /** What it changes for whoever uses the resource, and how to undo it where that is not plain. */
  readonly text: string;
  /**
   * AWS CLI commands, one a line, the same in v1 and v2; each changes something. The region is added to those without one.
   * In a check `{name}`, `{id}`, `{arn}`, `{account}`, `{region}`, `{partition}` and texts of the item stand for the finding's.
   */
  readonly cli?: string;
  readonly terraform?: string;
}

/** What to do about one finding: `cli` and `terraform` instead of its check's, none where the facts do not determine it. */
export interface ExactFix extends Omit<Fix, 'text'> {
  /** What is to be known of just this finding besides the check's text: what has to be decided, what else the command changes. */
  readonly note?: string;
}

/** A check's fix: for all its findings, or from what was observed of one. */
export interface FixSpec<Sub, Con> extends Fix {
  /** Puts the commands of several findings of one thing together, where each replaces the whole of it. */
  together?(commands: readonly string[]): readonly string[];
  /** What to do about one failing subject. Values go into commands by `shell`, into Terraform by `hcl`. */
  exact?(subject: Sub, context: Con): ExactFix;
}

/** Names of the same control in other tools. */
export interface Same {
  readonly prowler?: readonly string[];
  readonly securityhub?: readonly string[];
  readonly cloudsploit?: readonly string[];
  readonly trustedadvisor?: readonly string[];
  readonly cis?: readonly string[];
}

/** How bad it is when a check fails, what kind of matter it is, and who else checks the same. */
export interface Classification {
  readonly severity: Severity;
  readonly category: Category;
  readonly same?: Same;
}

/**
 * A check's id, with its classification: of a built-in check the catalogue's row says it (`catalogue/<service>.csv`), and it
 * is not written again; every other check states its own.
 */
export type Classified<I extends string> = { readonly id: I } & ClassifiedBy<I>;

/** What is stated of a check besides its id. */
export type ClassifiedBy<I extends string> = I extends RowId
  ? { readonly severity?: never; readonly category?: never; readonly same?: never }
  : Classification;

/** What is known of a check by its id, or else stated. */
function classificationOf(spec: { readonly id: string } & Partial<Classification>): Classification {
  // What a user's JavaScript leaves out is refused where the check is loaded.
  return Object.hasOwn(rows, spec.id) ? rows[spec.id as RowId] : (spec as Classification);
}

export interface CheckSpec<R extends AnyResourceType, N extends string, S, A, D = Record<never, never>> {
  /** `<folder>-<rest>`, the file's name: states the good condition, noun first. */
  readonly id: string;
  /** The safe state as a fact, never "Ensure…". */
  readonly title: string;
  readonly resource: R;
  readonly needs?: readonly N[];
  readonly along?: A;
  /** Knowledge worked out once for all that need it; what it is worked out of is read along. */
  readonly derived?: D;
  readonly settings?: S;
  /** What the question is about: in a partition without it there is none, whatever could be read. */
  readonly about?: PartitionFeature;
  /** One or two sentences: what can happen when the check fails. */
  readonly risk: string;
  readonly fix: NoInfer<FixSpec<Subject<R, N>, Context<S, A & AlongOf<D>, D>>>;
  /** AWS's documentation, besides what its resource type refers to. */
  readonly references?: readonly string[];
  /** Ids this check had before. */
  readonly formerly?: readonly string[];
  /**
   * Checks whose fix clears this one's findings too, the widest first: of the same resource, or of what is wider, its region or the account.
   * Where one of them fails as well, both are one cause.
   */
  readonly clearedBy?: readonly string[];
  /** A failure says that strangers reach the resource, and what could not be judged may be reached: it is told among what is exposed. */
  readonly exposes?: true;
  /** Pure: no clock, no randomness, no I/O; the input is frozen. */
  evaluate(subject: Subject<R, N>, context: Context<S, A & AlongOf<D>, D>): Verdict;
}

/** A check as the engine runs it: the types of its resource are checked where it is defined and forgotten here. */
export interface Check {
  readonly id: string;
  readonly service: string;
  readonly title: string;
  readonly severity: Severity;
  readonly category: Category;
  readonly resource: AnyResourceType;
  readonly needs: readonly string[];
  /** What is read along, that of `derived` included. */
  readonly along: Readonly<Record<string, Along>>;
  readonly derived?: Readonly<Record<string, Derivation>>;
  readonly settings: Readonly<Record<string, SettingSpec>>;
  /** What the question is about, where partitions lack it. */
  readonly about?: PartitionFeature;
  readonly risk: string;
  readonly fix: FixSpec<never, never>;
  readonly references: readonly string[];
  readonly same: Same;
  readonly formerly: readonly string[];
  readonly clearedBy?: readonly string[];
  readonly exposes?: true;
  /** Where it comes from, for people: a file, or a pack and its file. Undefined of a built-in check. */
  readonly from?: string;
  /** Of a check in a form: its question as data. */
  readonly form?: Form;
  evaluate(subject: never, context: never): Verdict;
}

/** A check with the types of what `evaluate` gets, for its tests. */
export interface TypedCheck<Sub, Con> extends Check {
  readonly '~subject'?: Sub;
  readonly '~context'?: Con;
}

/** Declares a check; the compiler holds `evaluate` to the declared needs. */
export function defineCheck<
  R extends AnyResourceType,
  const N extends keyof FacetsOf<R> & string = never,
  const S extends Readonly<Record<string, SettingSpec>> = Record<never, never>,
  const A extends Readonly<Record<string, Along>> = Record<never, never>,
  const I extends string = string,
  const D extends Readonly<Record<string, Derivation>> = Record<never, never>,
>(spec: CheckSpec<R, N, S, A, D> & Classified<I>): TypedCheck<Subject<R, N>, Context<S, A & AlongOf<D>, D>> {
  const { severity, category, same = {} } = classificationOf(spec);
  return {
    id: spec.id,
    service: spec.id.split('-', 1)[0] ?? spec.id,
    title: spec.title,
    severity,
    category,
    resource: spec.resource,
    needs: spec.needs ?? [],
    along: alongOf({ ...spec.along, ...spec.derived }),
    ...(spec.derived === undefined ? {} : { derived: spec.derived }),
    settings: spec.settings ?? {},
    ...(spec.about === undefined ? {} : { about: spec.about }),
    risk: spec.risk,
    fix: spec.fix,
    references: [...new Set([...(spec.references ?? []), ...spec.resource.references])],
    same,
    formerly: spec.formerly ?? [],
    ...(spec.clearedBy === undefined ? {} : { clearedBy: spec.clearedBy }),
    ...(spec.exposes === undefined ? {} : { exposes: spec.exposes }),
    evaluate(subject: Subject<R, N>, context: Context<S, A & AlongOf<D>, D>): Verdict {
      const lacks = spec.about === undefined ? undefined : lacking(subject.partition, spec.about);
      return lacks === undefined ? spec.evaluate(subject, context) : notApplicable(lacks);
    },
  };
}

/** Whether one finding is about the account, a region or a resource. */
export const scopeOf = (check: Pick<Check, 'resource'>): 'account' | 'region' | 'resource' =>
  check.resource.singleton ? (check.resource.scope === 'global' ? 'account' : 'region') : 'resource';
