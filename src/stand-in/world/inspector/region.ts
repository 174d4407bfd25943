import { answers, here } from '../../answers.ts';
import { account, arnOf, daysAgo, idIn, mainRegion } from '../../facts.ts';

const state = (status: string) => ({ status, errorCode: 'ALREADY_ENABLED', errorMessage: '' });
const states = (on: boolean, accountId: string) => ({
  accounts: [
    {
      accountId,
      state: state(on ? 'ENABLED' : 'DISABLED'),
      resourceState: {
        ec2: state(on ? 'ENABLED' : 'DISABLED'),
        ecr: state(on ? 'ENABLED' : 'DISABLED'),
        lambda: state('DISABLED'),
        lambdaCode: state(on ? 'ENABLED' : 'DISABLED'),
        codeRepository: state(on ? 'ENABLED' : 'DISABLED'),
      },
    },
  ],
  failedAccounts: [],
});

const finding = (id: string, type: string, severity: string, more: object) => ({
  findingArn: arnOf('inspector2', `finding/${id}`),
  awsAccountId: account,
  type,
  description: 'A finding',
  severity,
  status: 'ACTIVE',
  firstObservedAt: daysAgo(40),
  lastObservedAt: daysAgo(1),
  remediation: { recommendation: { text: 'None Provided' } },
  resources: [{ type: 'AWS_EC2_INSTANCE', id: idIn('us-east-1', 'i') }],
  ...more,
});
const vulnerable = (id: string, vulnerabilityId: string, severity: string) =>
  finding(id, 'PACKAGE_VULNERABILITY', severity, {
    packageVulnerabilityDetails: { vulnerabilityId, source: 'NVD', vulnerablePackages: [] },
  });
const all = [
  vulnerable('f1', 'CVE-2026-0001', 'CRITICAL'),
  finding('f2', 'NETWORK_REACHABILITY', 'HIGH', {
    networkReachabilityDetails: { openPortRange: { begin: 22, end: 22 }, protocol: 'TCP', networkPath: { steps: [] } },
  }),
  vulnerable('f3', 'CVE-2026-0002', 'MEDIUM'),
];

/** On in the main region, with findings, one of a vulnerability that is exploited; off elsewhere. */
export default answers('inspector2', {
  BatchGetAccountStatus: ({ region, account: asked }) => states(region === mainRegion && asked === account, asked),
  ListFindings: ({ input }) => {
    const { findingType } = (input['filterCriteria'] ?? {}) as { readonly findingType?: readonly { value: string }[] };
    return { findings: all.filter(({ type }) => findingType === undefined || findingType[0]?.value === type) };
  },
  BatchGetFindingDetails: ({ input }) => ({
    findingDetails: (input['findingArns'] as readonly string[]).map((findingArn) => ({
      findingArn,
      ...(findingArn.endsWith('/f1')
        ? { cisaData: { dateAdded: daysAgo(60), dateDue: daysAgo(30), action: 'Apply updates' } }
        : {}),
    })),
    errors: [],
  }),
  GetConfiguration: {
    ecrConfiguration: { rescanDurationState: { rescanDuration: 'DAYS_30', status: 'SUCCESS', updatedAt: daysAgo(90) } },
    ec2Configuration: { scanModeState: { scanMode: 'EC2_SSM_AGENT_BASED', scanModeStatus: 'SUCCESS' } },
  },
  GetEc2DeepInspectionConfiguration: { packagePaths: [], orgPackagePaths: [], status: 'DEACTIVATED' },
  GetDelegatedAdminAccount: { delegatedAdmin: { accountId: account, relationshipStatus: 'ENABLED' } },
  ListCisScanConfigurations: here({
    scanConfigurations: [
      {
        scanConfigurationArn: arnOf('inspector2', `owner/${account}/cis-configuration/one`),
        ownerId: account,
        scanName: 'weekly-level-1',
        securityLevel: 'LEVEL_1',
        schedule: { weekly: { startTime: { timeOfDay: '03:00', timezone: 'UTC' }, days: ['SUN'] } },
        targets: { accountIds: [account], targetResourceTags: { scan: ['cis'] } },
      },
    ],
  }),
  ListCodeSecurityIntegrations: here({
    integrations: [
      {
        integrationArn: arnOf('inspector2', 'codesecurity-integration/one'),
        name: 'github',
        type: 'GITHUB',
        status: 'ACTIVE',
        statusReason: '',
        createdOn: daysAgo(90),
        lastUpdateOn: daysAgo(90),
      },
    ],
  }),
  ListCodeSecurityScanConfigurations: here({
    configurations: [
      {
        scanConfigurationArn: arnOf('inspector2', `owner/${account}/codesecurity-configuration/one`),
        name: 'weekly',
        ownerAccountId: account,
        ruleSetCategories: ['SAST', 'SCA', 'IAC'],
      },
    ],
  }),
});
