import type { Api } from '../../aws/api.ts';
import { poll } from './poll.ts';
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
 * The credential report by ARN, made when AWS has none of the last four hours and read once per run
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html).
 * The root user's row has the ARN `arn:…:root`.
 */
export const credentialReport = (api: ReportApi): Promise<ReadonlyMap<string, CredentialRow>> =>
  api.once('credential-report', async () => {
    await poll(api, 'the credential report', async () => {
      const { State } = await api.call('GenerateCredentialReport');
      return State === 'COMPLETE' ? true : undefined;
    });
    const { Content } = await api.call('GetCredentialReport');
    return new Map(parseReport(new TextDecoder().decode(Content)).map((row) => [row.arn, row]));
  });

/**
 * The rows of a report, found by the names in its first line: AWS adds columns at the end from time to time.
 * @throws Error when it is not a credential report
 */
export function parseReport(text: string): CredentialRow[] {
  const [header = '', ...lines] = text.split(/\r?\n/).filter((line) => line !== '');
  const names = header.split(',');
  if (!['user', 'arn', 'password_enabled'].every((name) => names.includes(name))) {
    throw Object.assign(new Error('the credential report has no header line'), { name: 'MalformedAnswer' });
  }
  return lines.map((line) => {
    const cells = fields(line);
    const cell = (name: string): string | undefined => cells[names.indexOf(name)];
    const key = (slot: 1 | 2): ReportedKey => ({
      slot,
      active: flag(cell(`access_key_${slot}_active`)) ?? false,
      rotatedAt: time(cell(`access_key_${slot}_last_rotated`)),
      usedAt: time(cell(`access_key_${slot}_last_used_date`)),
      usedService: known(cell(`access_key_${slot}_last_used_service`)),
    });
    return {
      user: cell('user') ?? '',
      arn: cell('arn') ?? '',
      createdAt: time(cell('user_creation_time')),
      passwordEnabled: flag(cell('password_enabled')),
      passwordUsedAt: time(cell('password_last_used')),
      passwordChangedAt: time(cell('password_last_changed')),
      mfaActive: flag(cell('mfa_active')),
      keys: [key(1), key(2)],
    };
  });
}

/** Names and dates hold no comma, but a quoted cell may: user names allow `,`. */
function fields(line: string): string[] {
  const cells: string[] = [];
  for (const match of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)) {
    cells.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'));
  }
  return cells;
}

function flag(cell: string | undefined): boolean | undefined {
  const text = cell?.toLowerCase();
  return text === 'true' ? true : text === 'false' ? false : undefined;
}

const time = (cell: string | undefined): string | undefined =>
  cell !== undefined && /^\d{4}-\d{2}-\d{2}/.test(cell) ? cell : undefined;

const known = (cell: string | undefined): string | undefined =>
  cell === undefined || cell === '' || cell === 'N/A' ? undefined : cell;
