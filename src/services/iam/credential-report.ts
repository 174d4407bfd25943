import { isDeepStrictEqual } from 'node:util';
import type { Api } from '../../aws/api.ts';
import { MalformedAnswer, codeOf } from '../../aws/errors.ts';
import { poll } from '../poll.ts';
import type { IamSdk } from './service.ts';

/** One access key of a report's row; the report does not give its id. */
export interface ReportedKey {
  readonly slot: 1 | 2;
  readonly active: boolean;
  /** When it was made or last changed. */
  readonly rotatedAt: string | undefined;
  /** Absent: never used, or not since 22 April 2015. */
  readonly usedAt: string | undefined;
  readonly usedService: string | undefined;
}

/** A row of the credential report. Fields the report does not know ("N/A", "not_supported") are absent. */
export interface CredentialRow {
  readonly user: string;
  readonly arn: string;
  readonly createdAt: string | undefined;
  /** Absent for the root user in accounts where the report says `not_supported`. */
  readonly passwordEnabled: boolean | undefined;
  /** Absent: never used, or not since 20 October 2014. */
  readonly passwordUsedAt: string | undefined;
  readonly passwordChangedAt: string | undefined;
  readonly mfaActive: boolean | undefined;
  /** Both slots, used or not. */
  readonly keys: readonly ReportedKey[];
}

type ReportApi = Api<IamSdk, 'GenerateCredentialReport' | 'GetCredentialReport'>;

/** The operations `credentialReport` sends. */
export const reportCalls = ['GenerateCredentialReport', 'GetCredentialReport'] as const;

/**
 * The credential report, made when AWS has none of the last four hours and read once per run
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html).
 */
export const credentialReport = (api: ReportApi): Promise<CredentialReport> =>
  api.once('credential-report', async () => {
    let refusal: unknown;
    await poll(api, 'the credential report', async () => {
      try {
        const { State } = await api.call('GenerateCredentialReport');
        return State === 'COMPLETE' ? true : undefined;
      } catch (error) {
        if (!isLimit(error)) throw error;
        refusal = error;
        return true;
      }
    });
    try {
      const { Content } = await api.call('GetCredentialReport');
      return new CredentialReport(new TextDecoder().decode(Content));
    } catch (error) {
      throw refusal !== undefined && noReportCodes.has(codeOf(error)) ? refusal : error;
    }
  });

/**
 * Too many reports were asked for: one that is there can be fetched all the same, and is at most four hours old.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_GenerateCredentialReport.html
 */
const isLimit = (error: unknown): boolean => ['LimitExceeded', 'LimitExceededException'].includes(codeOf(error));

/** What GetCredentialReport says when there is none: https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetCredentialReport.html */
const noReportCodes: ReadonlySet<string> = new Set([
  'ReportNotPresent',
  'ReportExpired',
  'ReportInProgress',
  // By the names of the SDK's classes.
  'CredentialReportNotPresentException',
  'CredentialReportExpiredException',
  'CredentialReportNotReadyException',
]);

/** The columns that are read. AWS adds others from time to time. */
const columns = [
  'user',
  'arn',
  'user_creation_time',
  'password_enabled',
  'password_last_used',
  'password_last_changed',
  'mfa_active',
  ...[1, 2].flatMap((slot) =>
    ['active', 'last_rotated', 'last_used_date', 'last_used_service'].map((what) => `access_key_${slot}_${what}`),
  ),
];

/** A report's rows by ARN. A row that says what no report does is a failure to whoever asks for it, and to nobody else. */
export class CredentialReport {
  readonly #rows = new Map<string, CredentialRow | MalformedAnswer>();

  /** @throws MalformedAnswer when it is not a credential report, or one without a column that is read */
  constructor(text: string) {
    for (const [arn, row] of rowsOf(text)) {
      const before = this.#rows.get(arn);
      const same = before === undefined || isDeepStrictEqual(before, row);
      this.#rows.set(arn, same ? row : new MalformedAnswer(`the credential report has two rows of ${arn}`));
    }
  }

  /** @returns undefined for a user the report does not know. @throws MalformedAnswer for a row that cannot be read */
  of(arn: string): CredentialRow | undefined {
    const row = this.#rows.get(arn);
    if (row instanceof MalformedAnswer) throw row;
    return row;
  }

  /** The root user's row, whose ARN is `arn:…:root`. */
  root(): CredentialRow | undefined {
    for (const arn of this.#rows.keys()) if (arn.endsWith(':root')) return this.of(arn);
    return undefined;
  }
}

/**
 * The rows of a report, found by the names in its first line.
 * @throws MalformedAnswer as `CredentialReport`, and for a row that says what no report does
 */
export function parseReport(text: string): CredentialRow[] {
  return Array.from(rowsOf(text), ([, row]) => {
    if (row instanceof MalformedAnswer) throw row;
    return row;
  });
}

function* rowsOf(text: string): Iterable<[string, CredentialRow | MalformedAnswer]> {
  const [header = '', ...lines] = text.split(/\r?\n/).filter((line) => line !== '');
  const names = fields(header);
  const missing = columns.filter((name) => !names.includes(name));
  if (missing.length > 0) throw new MalformedAnswer(`the credential report has no column ${missing.join(', ')}`);
  if (new Set(names).size < names.length) throw new MalformedAnswer('the credential report has a column twice');
  for (const line of lines) {
    const cells = fields(line);
    const cell = (name: string): string => cells[names.indexOf(name)] ?? '';
    const arn = cell('arn');
    if (cells.length !== names.length || line.split('"').length % 2 === 0 || arn === '' || cell('user') === '')
      throw new MalformedAnswer('the credential report has a row with other columns than its first line');
    try {
      yield [arn, rowOf(cell)];
    } catch (error) {
      if (!(error instanceof MalformedAnswer)) throw error;
      yield [arn, error];
    }
  }
}

/** @throws MalformedAnswer for a cell that holds what the column never does */
function rowOf(cell: (name: string) => string): CredentialRow {
  const read = <T>(name: string, reader: (text: string) => T | typeof notOne): T => {
    const value = reader(cell(name));
    if (value !== notOne) return value;
    throw new MalformedAnswer(`the credential report says ${JSON.stringify(cell(name).slice(0, 40))} for ${name}`);
  };
  const key = (slot: 1 | 2): ReportedKey => ({
    slot,
    active: read(`access_key_${slot}_active`, flag),
    rotatedAt: read(`access_key_${slot}_last_rotated`, time),
    usedAt: read(`access_key_${slot}_last_used_date`, time),
    usedService: known(cell(`access_key_${slot}_last_used_service`)),
  });
  const isRoot = cell('arn').endsWith(':root');
  return {
    user: cell('user'),
    arn: cell('arn'),
    createdAt: read('user_creation_time', time),
    // Of the root user, and of no other, the report may not say whether it has a password.
    passwordEnabled:
      isRoot && cell('password_enabled') === 'not_supported' ? undefined : read('password_enabled', flag),
    passwordUsedAt: read('password_last_used', time),
    passwordChangedAt: read('password_last_changed', time),
    mfaActive: read('mfa_active', flag),
    keys: [key(1), key(2)],
  };
}

/** Stands for what a cell of its column never holds. */
const notOne = Symbol('not one');

/** Names and dates hold no comma, but a quoted cell may: user names allow `,`. */
function fields(line: string): string[] {
  const cells: string[] = [];
  for (const match of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)) {
    cells.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'));
  }
  return cells;
}

function flag(cell: string): boolean | typeof notOne {
  const text = cell.toLowerCase();
  return text === 'true' ? true : text === 'false' ? false : notOne;
}

/** Words of the report for a moment that there was not, or that it does not know. */
const noMoment: ReadonlySet<string> = new Set(['N/A', 'no_information', 'not_supported']);

function time(cell: string): string | undefined | typeof notOne {
  if (/^\d{4}-\d{2}-\d{2}/.test(cell)) return cell;
  return noMoment.has(cell) ? undefined : notOne;
}

const known = (cell: string): string | undefined => (cell === '' || noMoment.has(cell) ? undefined : cell);
