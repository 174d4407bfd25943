import type { GetEventSelectorsResponse } from '@aws-sdk/client-cloudtrail';

/**
 * One way for an event to be logged: a condition for each named field, all of which must hold. A trail logs an event
 * when one of its selectors does. Basic selectors are rewritten into this form, which is that of the advanced ones.
 */
export type EventSelector = Readonly<Record<string, FieldCondition>>;

/**
 * The including operators are alternatives, the excluding ones must all hold
 * (https://docs.aws.amazon.com/awscloudtrail/latest/userguide/filtering-data-events.html).
 */
export interface FieldCondition {
  readonly equals: readonly string[];
  readonly startsWith: readonly string[];
  readonly endsWith: readonly string[];
  readonly notEquals: readonly string[];
  readonly notStartsWith: readonly string[];
  readonly notEndsWith: readonly string[];
}

/** Some kind of events: the fields that are given are fixed, all others can have any value. */
export type EventKind = Readonly<Record<string, string>>;

const any: FieldCondition = {
  equals: [],
  startsWith: [],
  endsWith: [],
  notEquals: [],
  notStartsWith: [],
  notEndsWith: [],
};

/**
 * Reads the answer of `GetEventSelectors`. A trail without any selector logs all management events and no data events
 * (https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_EventSelector.html).
 */
export function eventSelectorsOf(
  answer: Pick<GetEventSelectorsResponse, 'EventSelectors' | 'AdvancedEventSelectors'>,
): EventSelector[] {
  const advanced = (answer.AdvancedEventSelectors ?? []).map(({ FieldSelectors }) =>
    Object.fromEntries(
      (FieldSelectors ?? []).map((field) => [
        field.Field ?? '',
        {
          equals: field.Equals ?? [],
          startsWith: field.StartsWith ?? [],
          endsWith: field.EndsWith ?? [],
          notEquals: field.NotEquals ?? [],
          notStartsWith: field.NotStartsWith ?? [],
          notEndsWith: field.NotEndsWith ?? [],
        },
      ]),
    ),
  );
  const basic = answer.EventSelectors ?? [];
  if (advanced.length === 0 && basic.length === 0) return fromBasic({});
  return [...advanced, ...basic.flatMap(fromBasic)];
}

type BasicSelector = NonNullable<GetEventSelectorsResponse['EventSelectors']>[number];

/** Absent parts have the defaults of the API reference: read and write events, management events included, none excluded. */
function fromBasic(selector: BasicSelector): EventSelector[] {
  const {
    ReadWriteType = 'All',
    IncludeManagementEvents = true,
    ExcludeManagementEventSources = [],
    DataResources = [],
  } = selector;
  const readOnly: EventSelector =
    ReadWriteType === 'All' ? {} : { readOnly: { ...any, equals: [ReadWriteType === 'ReadOnly' ? 'true' : 'false'] } };
  const selectors: EventSelector[] = [];
  if (IncludeManagementEvents) {
    const sources: EventSelector =
      ExcludeManagementEventSources.length === 0
        ? {}
        : { eventSource: { ...any, notEquals: ExcludeManagementEventSources } };
    selectors.push({ eventCategory: { ...any, equals: ['Management'] }, ...readOnly, ...sources });
  }
  for (const { Type, Values } of DataResources) {
    if (Type === undefined) continue;
    // A value is a prefix: `arn:aws:s3` or `arn:aws:s3:::` takes in every bucket, `arn:aws:s3:::name/` one.
    selectors.push({
      eventCategory: { ...any, equals: ['Data'] },
      'resources.type': { ...any, equals: [Type] },
      // No value at all logs no resource; an empty condition would stand for every one.
      'resources.ARN':
        Values === undefined || Values.length === 0 ? { ...any, equals: [''] } : { ...any, startsWith: Values },
      ...readOnly,
    });
  }
  return selectors;
}

/** A text that no selector speaks of: it stands for "any other value". */
const other = '\u{2022}';
const mostKinds = 20_000;

/** Which values a field of an event can have. */
export interface FieldValues {
  /** With what all begin. */
  readonly prefix?: string;
  /** What can stand in the middle of one, where {@link other} alone may make none. */
  readonly middles?: readonly string[];
  /** Whether there can be an event with this value, in which `\u{2022}` stands for anything. */
  readonly possible: (value: string) => boolean;
}

/** The values of fields that have few: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html */
const known: Readonly<Record<string, readonly string[]>> = {
  readOnly: ['true', 'false'],
  sessionCredentialFromConsole: ['true', 'false'],
  eventType: ['AwsApiCall', 'AwsServiceEvent', 'AwsConsoleAction', 'AwsConsoleSignIn', 'AwsVpceEvent'],
};

/**
 * Whether the selectors log every event of a kind, by looking for one that slips through among the finitely many that
 * the selectors tell apart. `undefined` when there are too many to be compared.
 * @param options.among by field: which values it can have, e.g. every S3 object's ARN
 * @returns true, or the fields of an event that is not logged
 */
export function logsAll(
  selectors: readonly EventSelector[],
  kind: EventKind,
  options: { among?: Readonly<Record<string, FieldValues>> } = {},
): true | EventKind | undefined {
  // What contradicts the kind logs none of its events.
  const relevant = selectors.filter((selector) =>
    Object.entries(kind).every(([field, value]) => holds(selector[field], value)),
  );
  const fields = [...new Set(relevant.flatMap((selector) => Object.keys(selector)))].filter(
    (field) => !(field in kind),
  );
  const values = fields.map((field) => candidates(relevant, field, options.among?.[field]));
  if (values.reduce((product, { length }) => product * length, 1) > mostKinds) return undefined;

  const search = (depth: number, event: EventKind): EventKind | undefined => {
    const field = fields[depth];
    if (field === undefined) {
      const logged = relevant.some((selector) =>
        Object.entries(selector).every(([name, condition]) => holds(condition, event[name] ?? '')),
      );
      return logged ? undefined : event;
    }
    for (const value of values[depth] ?? []) {
      const missed = search(depth + 1, { ...event, [field]: value });
      if (missed !== undefined) return missed;
    }
    return undefined;
  };
  const missed = search(0, kind);
  return missed === undefined ? true : missed;
}

function holds(condition: FieldCondition | undefined, value: string): boolean {
  if (condition === undefined) return true;
  const { equals, startsWith, endsWith, notEquals, notStartsWith, notEndsWith } = condition;
  const included =
    equals.length + startsWith.length + endsWith.length === 0 ||
    equals.includes(value) ||
    startsWith.some((text) => value.startsWith(text)) ||
    endsWith.some((text) => value.endsWith(text));
  return (
    included &&
    !notEquals.includes(value) &&
    !notStartsWith.some((text) => value.startsWith(text)) &&
    !notEndsWith.some((text) => value.endsWith(text))
  );
}

/**
 * One value of each sort that the selectors tell apart: every real value has a twin among them. What a value begins with
 * and what it ends with are answered alike by one that has both around a text of which no selector speaks.
 */
function candidates(selectors: readonly EventSelector[], field: string, among?: FieldValues): string[] {
  const { prefix = '', middles = [other], possible = (value: string) => value !== '' } = among ?? {};
  const conditions = selectors.map((selector) => selector[field]).filter((condition) => condition !== undefined);
  const starts = conditions.flatMap(({ startsWith, notStartsWith }) => [...startsWith, ...notStartsWith]);
  const ends = conditions.flatMap(({ endsWith, notEndsWith }) => [...endsWith, ...notEndsWith]);
  const whole = conditions.flatMap(({ equals, notEquals }) => [...equals, ...notEquals]);
  const values = known[field] ?? [
    ...[prefix, ...starts].flatMap((start) =>
      middles.flatMap((middle) => ['', ...ends].map((end) => `${start}${middle}${end}`)),
    ),
    ...whole,
    ...starts,
    ...ends,
  ];
  const bySignature = new Map<string, string>();
  for (const value of values) {
    if (!value.startsWith(prefix) || !possible(value)) continue;
    const signature = selectors.map((selector) => (holds(selector[field], value) ? '1' : '0')).join('');
    if (!bySignature.has(signature)) bySignature.set(signature, value);
  }
  return [...bySignature.values()];
}
