import { afterEach, describe, expect, it, vi } from 'vitest';
import { iamAccount } from '../../../src/services/iam/account.ts';
import { parseReport } from '../../../src/services/iam/credential-report.ts';
import { user } from '../../../src/services/iam/user.ts';
import { awsError, collectType } from '../../helpers/resource-suite.ts';

const header =
  'user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated';
const rootLine =
  '<root_account>,arn:aws:iam::111122223333:root,2019-01-01T00:00:00+00:00,not_supported,2026-05-01T10:00:00+00:00,not_supported,not_supported,true,false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A';
const aliceLine =
  'alice,arn:aws:iam::111122223333:user/alice,2024-01-01T00:00:00+00:00,TRUE,no_information,2024-02-01T00:00:00+00:00,N/A,false,true,2024-03-01T00:00:00+00:00,2026-04-01T00:00:00+00:00,us-east-1,s3,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A';
const report = (...lines: string[]) => ({
  Content: new TextEncoder().encode([header, ...lines].join('\n')),
  ReportFormat: 'text/csv',
});
const details = {
  UserDetailList: ['alice', 'new'].map((name) => ({ UserName: name, Arn: `arn:aws:iam::111122223333:user/${name}` })),
};

describe('the credential report', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is read by the names of its columns, whatever their order', () => {
    const names = [...header.split(','), 'a_newer_column'].reverse();
    const cells = {
      user: '"a,""b"',
      arn: 'arn:x',
      user_creation_time: '2024-01-01T00:00:00+00:00',
      mfa_active: 'TRUE',
    };
    const keys = { password_enabled: 'false', access_key_1_active: 'false', access_key_2_active: 'true' };
    const line = names.map(
      (name) => Object.entries({ ...cells, ...keys }).find(([each]) => each === name)?.[1] ?? 'N/A',
    );
    const rows = parseReport(`${names.join(',')}\r\n${line.join(',')}\r\n`);
    expect(rows).toMatchObject([{ user: 'a,"b', arn: 'arn:x', mfaActive: true, passwordEnabled: false }]);
    expect(rows[0]?.keys.map((key) => key.active)).toEqual([false, true]);
  });

  it('keeps an unknown apart from a no', () => {
    expect(parseReport([header, rootLine, aliceLine].join('\n'))).toEqual([
      {
        user: '<root_account>',
        arn: 'arn:aws:iam::111122223333:root',
        createdAt: '2019-01-01T00:00:00+00:00',
        passwordEnabled: undefined,
        passwordUsedAt: '2026-05-01T10:00:00+00:00',
        passwordChangedAt: undefined,
        mfaActive: true,
        keys: [
          { slot: 1, active: false, rotatedAt: undefined, usedAt: undefined, usedService: undefined },
          { slot: 2, active: false, rotatedAt: undefined, usedAt: undefined, usedService: undefined },
        ],
      },
      {
        user: 'alice',
        arn: 'arn:aws:iam::111122223333:user/alice',
        createdAt: '2024-01-01T00:00:00+00:00',
        passwordEnabled: true,
        passwordUsedAt: undefined,
        passwordChangedAt: '2024-02-01T00:00:00+00:00',
        mfaActive: false,
        keys: [
          {
            slot: 1,
            active: true,
            rotatedAt: '2024-03-01T00:00:00+00:00',
            usedAt: '2026-04-01T00:00:00+00:00',
            usedService: 's3',
          },
          { slot: 2, active: false, rotatedAt: undefined, usedAt: undefined, usedService: undefined },
        ],
      },
    ]);
  });

  it('is waited for while AWS makes it, and read once for all users', async () => {
    let asked = 0;
    const { records, sent } = await collectType(user, ['credentials'], {
      GetAccountAuthorizationDetails: details,
      GenerateCredentialReport: () => ({ State: ++asked === 1 ? 'STARTED' : 'COMPLETE' }),
      GetCredentialReport: report(rootLine, aliceLine),
    });
    expect(records[0]?.outcomes['credentials']).toMatchObject({
      kind: 'present',
      value: { user: 'alice', passwordEnabled: true },
    });
    expect(records[1]?.outcomes['credentials']).toEqual({ kind: 'present', value: null });
    expect(sent.map((s) => s.operation)).toEqual([
      'GetAccountAuthorizationDetails',
      'GenerateCredentialReport',
      'GenerateCredentialReport',
      'GetCredentialReport',
    ]);
  });

  it('is given up when AWS does not finish it within about a minute', async () => {
    vi.useFakeTimers();
    const collected = collectType(iamAccount, ['rootCredentials'], {
      GenerateCredentialReport: { State: 'INPROGRESS' },
    });
    await vi.advanceTimersByTimeAsync(120_000);
    const { records, sent } = await collected;
    expect(records[0]?.outcomes['rootCredentials']).toMatchObject({ kind: 'failed', code: 'NotReady' });
    expect(sent.length).toBeLessThan(15);
  });

  it.each<[get: object, expected: object]>([
    [report(rootLine), { kind: 'present' }],
    [awsError('CredentialReportNotPresentException', 'none', 410), { kind: 'failed', code: 'LimitExceededException' }],
    [awsError('CredentialReportExpiredException', 'old', 410), { kind: 'failed', code: 'LimitExceededException' }],
    [
      awsError('AccessDenied', 'no', 403),
      { kind: 'denied', actions: ['iam:GenerateCredentialReport', 'iam:GetCredentialReport'] },
    ],
  ])('that is there is read when AWS makes no other: %o', async (get, expected) => {
    const { records, sent } = await collectType(iamAccount, ['rootCredentials'], {
      GenerateCredentialReport: awsError('LimitExceededException', 'too many', 409),
      GetCredentialReport: get,
    });
    expect(records[0]?.outcomes['rootCredentials']).toMatchObject(expected);
    // A quota is not waited for as if it were a pace.
    expect(sent.map((s) => s.operation)).toEqual(['GenerateCredentialReport', 'GetCredentialReport']);
  });

  it('gives the row of the root user, or null where there is none', async () => {
    const read = async (...lines: string[]) => {
      const { records } = await collectType(iamAccount, ['rootCredentials'], {
        GenerateCredentialReport: { State: 'COMPLETE' },
        GetCredentialReport: report(...lines),
      });
      return records[0]?.outcomes['rootCredentials'];
    };
    expect(await read(aliceLine, rootLine)).toMatchObject({
      kind: 'present',
      value: { user: '<root_account>', mfaActive: true },
    });
    expect(await read(aliceLine)).toEqual({ kind: 'present', value: null });
  });

  it.each([
    ['is denied', { GenerateCredentialReport: awsError('AccessDenied', 'no', 403) }, 'denied'],
    [
      'is no report',
      {
        GenerateCredentialReport: { State: 'COMPLETE' },
        GetCredentialReport: { Content: new TextEncoder().encode('<html>') },
      },
      'failed',
    ],
    [
      'expired meanwhile',
      {
        GenerateCredentialReport: { State: 'COMPLETE' },
        GetCredentialReport: awsError('CredentialReportExpiredException'),
      },
      'failed',
    ],
  ])('is a gap when it %s', async (_name, answers, kind) => {
    const { records } = await collectType(iamAccount, ['rootCredentials'], answers);
    expect(records[0]?.outcomes['rootCredentials']?.kind).toBe(kind);
  });

  describe('says nothing of anybody', () => {
    const without = (column: string): string => {
      const at = header.split(',').indexOf(column);
      return [header, rootLine, aliceLine]
        .map((line) =>
          line
            .split(',')
            .filter((_, index) => index !== at)
            .join(','),
        )
        .join('\n');
    };

    it.each([
      'user',
      'arn',
      'password_enabled',
      'password_last_used',
      'mfa_active',
      'access_key_1_active',
      'access_key_1_last_rotated',
      'access_key_2_active',
      'access_key_2_last_used_date',
    ])('without the column %s', (column) => expect(() => parseReport(without(column))).toThrow(`no column ${column}`));

    it.each<[string, string]>([
      ['when it is empty', ''],
      ['when it has the names of other columns', [header.replaceAll('active', 'enabled'), aliceLine].join('\n')],
      ['when it has a column twice', [`${header},access_key_1_active`, `${aliceLine},false`].join('\n')],
      ['when a row ends before its time', [header, rootLine, aliceLine.slice(0, 90)].join('\n')],
      ['when a row has more cells', [header, `${aliceLine},false`].join('\n')],
      ['when a row names nobody', [header, aliceLine.replace('alice', '')].join('\n')],
      ['when a quotation does not end', [header, aliceLine.replace('alice', '"alice')].join('\n')],
      ['when it is separated by semicolons', [header, aliceLine].join('\n').replaceAll(',', ';')],
    ])('%s', (_when, text) => expect(() => parseReport(text)).toThrow('the credential report'));

    it('when it is no base64, or none of its text', async () => {
      const { records } = await collectType(iamAccount, ['rootCredentials'], {
        GenerateCredentialReport: { State: 'COMPLETE' },
        GetCredentialReport: { Content: new Uint8Array() },
      });
      expect(records[0]?.outcomes['rootCredentials']).toMatchObject({ kind: 'failed', code: 'MalformedAnswer' });
    });
  });

  describe('with a row that says what no report does', () => {
    const bob = aliceLine.replaceAll('alice', 'new');
    const at = (column: string, value: string): string => {
      const index = header.split(',').indexOf(column);
      return aliceLine
        .split(',')
        .map((cell, each) => (each === index ? value : cell))
        .join(',');
    };

    it.each([
      ['access_key_1_active', 'N/A'],
      ['access_key_1_active', ''],
      ['access_key_1_active', 'yes'],
      ['access_key_2_active', 'no_information'],
      ['access_key_2_active', 'not_supported'],
      ['mfa_active', 'N/A'],
      ['mfa_active', '1'],
      ['password_enabled', 'not_supported'],
      ['password_enabled', 'N/A'],
      ['password_last_used', 'yesterday'],
      ['access_key_1_last_used_date', '1714550000'],
      ['access_key_1_last_rotated', ''],
    ])('(%s: %j) is a failure for its user, and for nobody else', async (column, value) => {
      const { records } = await collectType(user, ['credentials'], {
        GetAccountAuthorizationDetails: details,
        GenerateCredentialReport: { State: 'COMPLETE' },
        GetCredentialReport: report(at(column, value), bob),
      });
      expect(records.map(({ item, outcomes }) => [item.id, outcomes['credentials']?.kind])).toEqual([
        ['alice', 'failed'],
        ['new', 'present'],
      ]);
    });

    it.each([
      ['that are the same are one', aliceLine, 'present'],
      ['that differ are a failure', at('access_key_1_active', 'false'), 'failed'],
    ])('twice: rows of a user %s', async (_what, second, kind) => {
      const { records } = await collectType(user, ['credentials'], {
        GetAccountAuthorizationDetails: details,
        GenerateCredentialReport: { State: 'COMPLETE' },
        GetCredentialReport: report(aliceLine, bob, second),
      });
      expect(records.map(({ outcomes }) => outcomes['credentials']?.kind)).toEqual([kind, 'present']);
    });

    it.each(['N/A', 'no_information', 'not_supported'])('but not with %s for a moment', (value) => {
      const [row] = parseReport([header, at('password_last_used', value)].join('\n'));
      expect(row?.passwordUsedAt).toBeUndefined();
    });
  });
});
