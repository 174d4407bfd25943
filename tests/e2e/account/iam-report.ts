import { accountIds, daysAgo, type World } from './world.ts';

interface Key {
  readonly rotated: number;
  readonly used?: readonly [days: number, service: string];
}

/** A row of the credential report; times in days ago. */
export interface Row {
  readonly arn: string;
  readonly created: number;
  readonly password?: { readonly used?: number; readonly changed: number };
  readonly mfa?: boolean;
  readonly keys?: readonly Key[];
}

const columns = [
  'user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active',
  'access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service',
  'access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service',
  'cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated',
].join(',');

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html */
export function reportOf(world: Pick<World, 'now'>, rows: Readonly<Record<string, Row>>): string {
  const at = (days: number | undefined, absent: string): string =>
    days === undefined ? absent : daysAgo(world, days).replace(/\.\d+Z$/, '+00:00');
  const keyCells = (key: Key | undefined): string[] =>
    key === undefined
      ? ['false', 'N/A', 'N/A', 'N/A', 'N/A']
      : [
          'true',
          at(key.rotated, 'N/A'),
          at(key.used?.[0], 'N/A'),
          key.used === undefined ? 'N/A' : 'us-east-1',
          key.used?.[1] ?? 'N/A',
        ];
  const lines = Object.entries(rows).map(([user, row]) => {
    const root = user === '<root_account>';
    const password = root ? 'not_supported' : String(row.password !== undefined);
    const changed = root ? 'not_supported' : at(row.password?.changed, 'N/A');
    return [
      user,
      row.arn,
      at(row.created, ''),
      password,
      row.password === undefined ? 'N/A' : at(row.password.used, 'no_information'),
      changed,
      root ? 'not_supported' : 'N/A',
      String(row.mfa === true),
      ...keyCells(row.keys?.[0]),
      ...keyCells(row.keys?.[1]),
      'false,N/A,false,N/A',
    ].join(',');
  });
  return [columns, ...lines].join('\n');
}

const users = (account: string, rows: Readonly<Record<string, Omit<Row, 'arn'>>>): Record<string, Row> =>
  Object.fromEntries(
    Object.entries(rows).map(([name, row]) => [
      name,
      { ...row, arn: `arn:aws:iam::${account}:${name === '<root_account>' ? 'root' : `user/${name}`}` },
    ]),
  );

/** The report, which in the emulator has no root user and nothing older than the emulator, and what keys were used for. */
export function cannedReports(world: World): void {
  const { front } = world;
  const reports = {
    main: users(accountIds.main, {
      '<root_account>': { created: 900, password: { used: 5, changed: 900 }, keys: [{ rotated: 800 }] },
      alice: { created: 300, password: { used: 3, changed: 40 }, mfa: true },
      bob: { created: 300, password: { used: 10, changed: 40 }, mfa: true },
      carol: { created: 300, password: { used: 60, changed: 200 } },
      dave: { created: 20, password: { used: 1, changed: 20 }, mfa: true, keys: [{ rotated: 20 }] },
      'ci-deploy': { created: 120, keys: [{ rotated: 30, used: [1, 's3'] }] },
      'old-bot': {
        created: 500,
        keys: [
          { rotated: 200, used: [100, 'ec2'] },
          { rotated: 150, used: [120, 's3'] },
        ],
      },
      'sts-bot': { created: 50, keys: [{ rotated: 50, used: [1, 'sts'] }] },
    }),
    second: users(accountIds.second, {
      '<root_account>': { created: 900, password: { changed: 900 }, mfa: true },
      'rotated-bot': { created: 50, keys: [{ rotated: 10 }] },
    }),
    bare: users(accountIds.bare, { '<root_account>': { created: 1, password: { used: 0, changed: 1 }, mfa: true } }),
  };
  for (const name of ['main', 'second', 'bare'] as const) {
    const account = accountIds[name];
    front.answer({ service: 'iam', operation: 'GenerateCredentialReport', account }, { State: 'COMPLETE' });
    front.answer(
      { service: 'iam', operation: 'GetCredentialReport', account },
      { Content: reportOf(world, reports[name]), ReportFormat: 'text/csv', GeneratedTime: daysAgo(world, 0) },
    );
  }
  // Not in the emulator: service last accessed details. The job's id is the ARN, so that both calls agree.
  front.answer({ service: 'iam', operation: 'GenerateServiceLastAccessedDetails' }, ({ input }) => ({
    JobId: `job-${String(input['Arn'])}`,
  }));
  front.answer({ service: 'iam', operation: 'GetServiceLastAccessedDetails' }, ({ input }) => ({
    JobStatus: 'COMPLETED',
    JobCreationDate: daysAgo(world, 0),
    JobCompletionDate: daysAgo(world, 0),
    ServicesLastAccessed: String(input['JobId']).endsWith('/ci-deploy')
      ? [{ ServiceName: 'Amazon S3', ServiceNamespace: 's3', LastAuthenticated: daysAgo(world, 1) }]
      : [],
  }));
  // Not in the emulator: devices that are not virtual.
  const devices = { alice: 'GAHT12345678', dave: `arn:aws:iam::${accountIds.main}:u2f/user/dave/key-EXAMPLE` };
  front.answer({ service: 'iam', operation: 'ListMFADevices', account: accountIds.main }, ({ input }) => {
    const UserName = String(input['UserName']) as keyof typeof devices;
    return {
      MFADevices: [{ UserName, SerialNumber: devices[UserName], EnableDate: daysAgo(world, 20) }],
      IsTruncated: false,
    };
  });
  // Not in the emulator: Trusted Advisor's results. `second` has no support plan that includes the API.
  front.answer(
    { service: 'support', operation: 'DescribeTrustedAdvisorCheckResult', account: accountIds.main },
    {
      result: {
        checkId: '12Fnkpl8Y5',
        timestamp: daysAgo(world, 1),
        status: 'error',
        resourcesSummary: { resourcesProcessed: 4, resourcesFlagged: 1, resourcesIgnored: 0, resourcesSuppressed: 0 },
        categorySpecificSummary: {},
        flaggedResources: [
          {
            resourceId: 'r1',
            status: 'error',
            metadata: ['AKIAEXPOSEDEXAMPLE01', 'ci-deploy', 'Exposed', '1234', '2026-01-01', 'github.com', 'soon', '1'],
          },
        ],
      },
    },
  );
  front.error(
    {
      service: 'support',
      operation: 'DescribeTrustedAdvisorCheckResult',
      account: [accountIds.second, accountIds.bare],
    },
    'opt-in-required',
  );
}
