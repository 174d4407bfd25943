/** What can be filtered by; the names stand in the URL. */
export const dimensions = ['status', 'severity', 'category', 'service', 'region', 'account', 'framework'] as const;
export type Dimension = (typeof dimensions)[number];

export const groupings = ['check', 'resource'] as const;
export type Grouping = (typeof groupings)[number];

/** What the page shows. It is kept in the URL's hash, so that a view can be sent to someone and comes back on reload. */
export interface State {
  readonly page: string;
  /** Chosen values; an empty set means all. */
  readonly chosen: Readonly<Record<Dimension, ReadonlySet<string>>>;
  readonly search: string;
  /** What the findings stand under. */
  readonly by: Grouping;
  /** The requirement that is shown, `cis_7.0:2.1.4`; undefined = all. */
  readonly at: string | undefined;
  /** The finding that is open, by its number in this file. */
  readonly open: number | undefined;
}

/** Statuses shown at first: those that ask for something. */
export const usualStatuses: ReadonlySet<string> = new Set(['fail', 'unknown', 'manual']);

const all = 'all';

export const initial = (): State => ({
  page: 'findings',
  chosen: {
    status: usualStatuses,
    severity: new Set(),
    category: new Set(),
    service: new Set(),
    region: new Set(),
    account: new Set(),
    framework: new Set(),
  },
  search: '',
  by: 'check',
  at: undefined,
  open: undefined,
});

const same = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((value) => b.has(value));

/** Whether nothing is filtered away that is not filtered at first. */
export const isUnfiltered = (state: State): boolean =>
  state.search === '' && dimensions.every((dimension) => same(state.chosen[dimension], initial().chosen[dimension]));

/** `#findings?status=fail&service=s3,kms&q=logs` */
export function toHash(state: State): string {
  const parts: string[] = [];
  for (const dimension of dimensions) {
    const values = state.chosen[dimension];
    if (same(values, initial().chosen[dimension])) continue;
    parts.push(`${dimension}=${values.size === 0 ? all : [...values].map(encodeURIComponent).join(',')}`);
  }
  if (state.by !== 'check') parts.push(`by=${state.by}`);
  if (state.at !== undefined) parts.push(`at=${encodeURIComponent(state.at)}`);
  if (state.search !== '') parts.push(`q=${encodeURIComponent(state.search)}`);
  if (state.open !== undefined) parts.push(`open=${state.open}`);
  return `#${state.page}${parts.length === 0 ? '' : `?${parts.join('&')}`}`;
}

/** Reads a hash; what it does not understand is left at its initial value. */
export function fromHash(hash: string): State {
  const start = initial();
  const [page = '', query = ''] = hash.replace(/^#/, '').split('?', 2);
  const chosen: Record<Dimension, ReadonlySet<string>> = { ...start.chosen };
  let { search, by, at, open } = start;
  for (const part of query.split('&')) {
    const [key = '', value = ''] = part.split('=', 2);
    const dimension = dimensions.find((name) => name === key);
    if (dimension !== undefined)
      chosen[dimension] = new Set(
        value === all
          ? []
          : value
              .split(',')
              .filter((v) => v !== '')
              .map(decoded),
      );
    else if (key === 'q') search = decoded(value);
    else if (key === 'at' && value !== '') at = decoded(value);
    else if (key === 'by') by = groupings.find((name) => name === value) ?? by;
    else if (key === 'open' && /^\d{1,9}$/.test(value)) open = Number(value);
  }
  return { page: page === '' ? start.page : page, chosen, search, by, at, open };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
