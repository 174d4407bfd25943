import { credentialReport, type Row } from '../../../src/stand-in/credential-report.ts';
import { accountIds, daysAgo, type World } from './world.ts';

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
      {
        Content: credentialReport(world.now, reports[name]),
        ReportFormat: 'text/csv',
        GeneratedTime: daysAgo(world, 0),
      },
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
  const ids = [accountIds.main, accountIds.bare];
  front.answer(
    { service: 'support', operation: 'DescribeTrustedAdvisorChecks', account: ids },
    {
      checks: [
        { id: '12Fnkpl8Y5', name: 'Exposed Access Keys', category: 'security', description: '', metadata: [] },
        { id: 'lN7RR0l7J9', name: 'VPC', category: 'service_limits', description: '', metadata: [] },
      ],
    },
  );
  front.answer(
    { service: 'support', operation: 'DescribeTrustedAdvisorCheckSummaries', account: ids },
    ({ account }) => {
      const bad = account === accountIds.main;
      return {
        summaries: [
          {
            checkId: '12Fnkpl8Y5',
            timestamp: daysAgo(world, 1),
            status: bad ? 'error' : 'ok',
            hasFlaggedResources: bad,
            resourcesSummary: {
              resourcesProcessed: 4,
              resourcesFlagged: bad ? 1 : 0,
              resourcesIgnored: 0,
              resourcesSuppressed: bad ? 1 : 0,
            },
            categorySpecificSummary: {},
          },
          {
            checkId: 'lN7RR0l7J9',
            timestamp: daysAgo(world, bad ? 10 : 1),
            status: bad ? 'error' : 'ok',
            hasFlaggedResources: bad,
            resourcesSummary: {
              resourcesProcessed: 3,
              resourcesFlagged: bad ? 1 : 0,
              resourcesIgnored: 0,
              resourcesSuppressed: 0,
            },
            categorySpecificSummary: {},
          },
        ],
      };
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
  for (const operation of ['DescribeTrustedAdvisorChecks', 'DescribeTrustedAdvisorCheckSummaries'])
    front.error({ service: 'support', operation, account: accountIds.second }, 'opt-in-required');

  // Nor AWS Artifact: an addendum in `main`, and a subscription in `bare`.
  front.answer({ service: 'artifact', operation: 'ListCustomerAgreements' }, ({ account }) => ({
    customerAgreements:
      account === accountIds.main
        ? [{ id: 'customer-agreement-1', name: 'AWS Business Associate Addendum', state: 'ACTIVE', type: 'DEFAULT' }]
        : [],
  }));
  front.answer({ service: 'artifact', operation: 'GetAccountSettings' }, ({ account }) => ({
    accountSettings: { notificationSubscriptionStatus: account === accountIds.bare ? 'SUBSCRIBED' : 'NOT_SUBSCRIBED' },
  }));

  // Nor the newer ways in: a group that acts as an administrator, a user who does not, and two permits for AWS Support.
  const application = `arn:aws:account-access:eu-west-1:${accountIds.main}:application/app-1`;
  const inMain = ({ account, region }: { readonly account?: string; readonly region: string }): boolean =>
    account === accountIds.main && region === 'eu-west-1';
  front.answer({ service: 'account-access', operation: 'ListApplications' }, (request) => ({
    applications: inMain(request)
      ? [{ applicationArn: application, createdAt: daysAgo(world, 9), updatedAt: daysAgo(world, 9) }]
      : [],
  }));
  front.answer({ service: 'account-access', operation: 'ListEntitlements' }, ({ account }) => ({
    entitlements: ['operator', 'partner-reader'].map((name) => ({
      entitlementId: `ent-${name}`,
      entitlement: {
        principalRole: {
          principal: { identityCenter: { groupId: '11112222-3333-4444-5555-666677778881' } },
          roleArn: `arn:aws:iam::${account}:role/${name}`,
          account,
        },
      },
      createdAt: daysAgo(world, 9),
    })),
  }));
  const permit = (name: string, actions: object, resources: object, conditions: readonly object[]) => ({
    name,
    arn: `arn:aws:supportauthz:eu-west-1:${accountIds.main}:support-permit/${name}`,
    permit: { actions, resources, conditions },
    status: 'ACTIVE',
    signingKeyInfo: { kmsKey: `arn:aws:kms:eu-west-1:${accountIds.main}:key/1` },
    createdAt: daysAgo(world, 2),
  });
  front.answer({ service: 'supportauthz', operation: 'ListSupportPermits' }, (request) => ({
    supportPermits: inMain(request)
      ? [
          permit('case-1', { actions: ['rds:Look'] }, { resources: ['arn:aws:rds:eu-west-1:1:db:a'] }, [
            { allowBefore: daysAgo(world, -9) },
          ]),
          permit('always', { allActions: {} }, { allResourcesInRegion: {} }, []),
        ]
      : [],
  }));

  // Nor who may sign in from where: `main` has an office, `bare` has set nothing.
  const { main, second, bare } = accountIds;
  front.answer(
    { service: 'signin', operation: 'GetConsoleAuthorizationConfiguration', account: [main, second] },
    ({ account }) => ({ targetId: account, scope: 'ACCOUNT', consoleAuthorizationEnabled: true }),
  );
  front.answer({ service: 'signin', operation: 'GetResourcePolicy', account: [main, second] }, ({ account }) => ({
    signinResourceBasedPolicy: {
      version: '2012-10-17',
      statement: [
        {
          effect: 'Allow',
          principal: { AWS: '*' },
          action: ['signin:Authenticate'],
          resource: '*',
          ...(account === main ? { condition: { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24'] } } } : {}),
        },
      ],
    },
  }));
  for (const operation of ['GetConsoleAuthorizationConfiguration', 'GetResourcePolicy'])
    front.error({ service: 'signin', operation, account: bare }, { code: 'ResourceNotFoundException', status: 404 });
}
