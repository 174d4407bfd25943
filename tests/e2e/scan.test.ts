import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checks } from '../../checks/index.ts';
import { hold } from '../../src/compliance/hold.ts';
import { allFrameworks } from '../../src/compliance/load.ts';
import type { Finding } from '../../src/engine/finding.ts';
import type { RunResult } from '../../src/engine/result.ts';
import { isRead } from '../../src/stand-in/record.ts';
import { unreconciled } from '../compliance/reconcile.ts';
import { runCli } from '../program/cli.ts';
import { residentProgram } from '../program/resident.ts';
import { buildWorld } from './account/build.ts';
import { expected, type Expected } from './account/expected.ts';
import { accountIds, type AccountName, type World } from './account/world.ts';
import { actionFor } from './iam-actions.ts';
import {
  emulator,
  needsEmulator,
  operations,
  run as runThrough,
  scan as scanThrough,
  scratch,
  secretsIn,
  type RunOptions,
  type Scan,
} from './support.ts';

vi.setConfig({ testTimeout: 120_000 });

const names = Object.keys(accountIds) as AccountName[];

/** Operations that are asked again until AWS has finished a report. */
const polled = new Map([
  ['iam:GenerateCredentialReport', 'AWS makes the report in the background'],
  ['service-quotas:StartQuotaUtilizationReport', 'AWS makes the report in the background'],
  ['service-quotas:GetQuotaUtilizationReport', 'AWS makes the report in the background'],
  ['iam:GetServiceLastAccessedDetails', 'AWS makes the report in the background'],
]);

/** Checks that have one of the two verdicts only. */
const oneSided = new Map([
  ...[
    'elb-load-balancer-not-idle',
    'elbv2-load-balancer-not-idle',
    'rds-instance-not-idle',
    'vpc-gwlb-endpoint-not-idle',
    'vpc-interface-endpoint-not-idle',
  ].map((id) => [id, 'the metrics of the accounts tell servers apart, and say the same of all else'] as const),
  ...[
    'codeartifact-domain-encrypted-cmk',
    'redshiftserverless-namespace-encrypted-cmk',
    'glue-catalog-metadata-encrypted-cmk',
    'gluedatabrew-job-output-encrypted-cmk',
    'dms-replication-instance-encrypted-cmk',
    'efs-file-system-encrypted-cmk',
    'elasticache-replication-group-encrypted-cmk',
    'eventbridge-bus-encrypted-cmk',
    'memorydb-cluster-encrypted-cmk',
    'kinesis-stream-encrypted-cmk',
    'mq-broker-encrypted-cmk',
    'msk-cluster-encrypted-cmk',
    'networkfirewall-firewall-encrypted-cmk',
    'opensearch-domain-encrypted-cmk',
    'rds-instance-performance-insights-encrypted-cmk',
    'stepfunctions-state-machine-encrypted-cmk',
  ].map((id) => [id, 'the keys that are named are not keys of the emulator'] as const),
  ['iam-oidc-provider-thumbprint-not-relied-on', 'what AWS does not know the authority of is for a person to look at'],
  ['iam-role-permissions-boundary-set', 'no role of the accounts has a boundary'],
  ['ssm-parameter-changed-within-max-days', 'the emulator makes parameters of today only'],
  ['ssm-parameter-tier-needed', 'the advanced parameter of the accounts is shared'],
  ['ecr-public-repository-reviewed', 'whether an image is for everybody is for a person to say'],
  ['ec2-security-group-no-open-ingress-custom-ports', 'the settings name no ports'],
  ['elb-listener-certificate-not-expiring', 'no listener of the accounts ends TLS'],
  ...['delivery-status-logging-enabled', 'kms-encrypted', 'policy-https-only'].map(
    (id) => [`sns-topic-${id}`, 'the topics of the accounts are as they were made'] as const,
  ),
  ...['no-drift', 'not-failed', 'notifications-enabled', 'rollback-enabled', 'cdk-bootstrap-version-current'].map(
    (of) => [`cloudformation-stack-${of}`, 'the stacks of the emulator are alike in this'] as const,
  ),
  ['codebuild-project-artifacts-encrypted-cmk', 'one project keeps artifacts, with the key that it is made with'],
  ['codebuild-project-not-public', 'the emulator does not say who sees builds'],
  ['codebuild-project-s3-logs-encrypted', 'one project keeps logs in S3'],
  ['codebuild-project-webhook-filters-anchored', 'no project has a webhook'],
  ['ecs-task-definition-host-network-user-safe', 'one task is in the network of its instance'],
  ['ecs-task-definition-memory-limit-set', 'the emulator takes no container without a limit'],
  ['glue-catalog-policy-not-public', 'no catalog of the accounts lets anybody in'],
  ['acm-certificate-export-reviewed', 'whether an export is meant only a person can tell'],
  [
    'acm-certificate-validity-within-browser-limit',
    'AWS makes none that are longer; of imported ones it does not say who trusts them',
  ],
  ['acmpca-certificate-authority-key-algorithm-strong', 'AWS makes no authority with a key that is too short'],
  ['cloudtrail-trail-delivery-succeeding', 'the trail that is on delivers; the others are off'],
  ['iam-customer-policy-in-use', 'the emulator does not say whose boundary a policy is'],
  ['iam-customer-policy-unattached-no-admin', 'one policy of the accounts is attached to nothing'],
  ['iam-user-access-key-age-365', 'the keys of the accounts are younger'],
  ['iam-user-password-changed-recently', 'the passwords of the accounts are younger'],
  ['kms-key-policy-root-access-present', 'the key policies of the accounts begin with the statement of the default'],
  ...[
    'kms-grant-service-principal-constrained',
    'kms-key-grants-age-limited',
    'kms-key-grants-encryption-context-constrained',
    'kms-key-no-duplicate-grants',
  ].map((id) => [id, 'one key of the accounts has one grant, which is for an account'] as const),
  ['kms-key-not-disabled', 'no key of the accounts is disabled'],
  ['iam-role-used-recently', 'the emulator makes roles of today only'],
  ['artifact-organization-agreement-active', 'no agreement of the accounts is for an organization'],
  ['guardduty-findings-exported', 'where it is on in the accounts it exports what it finds'],
  [
    'identitycenter-delegated-administrator-configured',
    'the organizations of the accounts do not trust Identity Center',
  ],
  ['organizations-all-features-enabled', 'without all features no policy of the organization could be judged'],
  ...['ai-services-opt-out', 'backup-policies-attached', 'tag-policies-attached'].map(
    (of) => [`organizations-${of}`, 'the organizations of the accounts have no policies of the type'] as const,
  ),
  ['organizations-suspended-accounts-quarantined', 'no account is suspended'],
  ['sts-vpc-endpoint-exists', 'the endpoints of the accounts are for other services'],
  ['kms-key-disabled-not-used', 'no key of the accounts is disabled: other questions are asked of them'],
  ['backup-critical-resources-protected', 'what is tagged as critical is in one region of one account'],
  ['backup-vault-encrypted', 'every vault has a key, and those of the accounts are not keys of the emulator'],
  ...['elasticache-cluster', 'efs-mount-target'].map(
    (of) => [`${of}-subnet-not-public`, 'the subnets that are named are not subnets of the emulator'] as const,
  ),
  ['account-contact-details-current', 'whether details are current only a person can tell'],
  ...['bedrock-agentcore-gateway', 'bedrock-agentcore-memory', 's3tables-table-bucket'].map(
    (of) => [`${of}-encrypted-cmk`, 'the keys that are named are not keys of the emulator'] as const,
  ),
  ['identitycenter-trusted-token-issuer-reviewed', 'one passes when the configuration names it'],
  ['guardduty-trusted-ip-list-not-broad', 'what is in a list only a person can tell'],
  ...[
    'inspector-cis-scan-configured',
    'inspector-ec2-deep-inspection-enabled',
    'inspector-ec2-scan-mode-hybrid',
    'inspector-kev-findings-within-due-date',
    'inspector-lambda-standard-scanning-enabled',
    'inspector-no-active-findings',
    'inspector-no-known-exploited-vulnerabilities',
    'inspector-no-network-reachability-findings',
    'accessanalyzer-no-active-findings',
    'macie-automated-discovery-enabled',
    'macie-discovery-results-exported',
    'macie-findings-published-to-security-hub',
    'macie-no-high-severity-findings',
  ].map((id) => [id, 'on in one region of one account, where there is something to find'] as const),
  ['redshift-cluster-security-group-port-restricted', 'the groups of the clusters are not those of the emulator'],
  ['iam-saml-provider-certificate-not-expiring', 'one account has a provider, and it has one certificate'],
  ['guardduty-members-protection-plans-enabled', 'one account has a member that is enabled'],
  [
    'guardduty-organization-accounts-covered',
    'one account administers it, and its members are no accounts of the emulator',
  ],
  ['iam-root-hardware-mfa-enabled', 'AWS does not tell a security key of the root user from a passkey'],
  ...[
    'controltower-accounts-enrolled',
    'controltower-enabled-control-no-drift',
    'controltower-landing-zone-exists',
  ].map((id) => [id, 'one account manages an organization, and has one landing zone'] as const),
  ...[
    'default-root-object',
    'field-level-encryption-enabled',
    'geo-restriction-enabled',
    'origin-tls-version-modern',
    's3-origin-access-control',
    'viewer-tls-policy-strong',
  ].map(
    (of) =>
      [`cloudfront-distribution-${of}`, 'the emulator keeps too little of what a distribution is made with'] as const,
  ),
  ...[
    'method-authorization-configured',
    'rest-api-authorizer-configured',
    'rest-api-endpoint-access-mode-strict',
    'rest-api-endpoint-private',
    'rest-api-public-endpoint-authorized',
    'rest-api-resource-policy-restrictive',
    'rest-api-security-policy-strong',
    'stage-cache-encrypted',
    'stage-client-certificate-enabled',
    'stage-execution-logging-enabled',
    'stage-waf-attached',
    'stage-xray-tracing-enabled',
    'v2-api-authorizer-configured',
    'v2-stage-access-logging-enabled',
  ].map((of) => [`apigateway-${of}`, 'there is one API of each kind, of which the emulator tells little'] as const),
  ['networkfirewall-vpc-firewall-exists', 'the VPC of the firewalls is not one of the emulator'],
  ['wafv2-web-acl-default-action-block', 'those of the accounts stand before public sites'],
  ['ec2-instance-enhanced-networking-enabled', 'the emulator keeps no setting of it'],
  ['ec2-instance-not-stopped-long', 'what the emulator stops has been so for seconds'],
  ['elb-listener-https-or-ssl-only', 'the emulator tells no policies of Classic Load Balancers that end TLS'],
  ['elb-listener-ssl-policy-strong', 'the emulator tells no policies of Classic Load Balancers that end TLS'],
  ['elbv2-nlb-tls-termination-enabled', 'whether what is passed on is encrypted only a person can tell'],
  [
    'cloudhsm-cluster-security-group-restricted',
    'its groups are those of the world, and the emulator gives others their ids',
  ],
  ['elbv2-origin-restricted-to-cloudfront', 'the emulator gives load balancers no network that reaches the internet'],
  ['lambda-function-dead-letter-queue-configured', 'the emulator keeps none'],
  ['lambda-function-role-no-admin', 'no function of theirs is an administrator'],
  ['lambda-function-role-not-shared', 'the two functions have a role each'],
  ['organizations-management-account-no-workloads', 'one account manages an organization, and things run in it'],
  ['organizations-scp-enabled', 'without them nothing of what they deny could be judged in the two accounts that look'],
  ['s3-bucket-objects-not-public', 'only the objects tell, which are not read'],
  ['shield-standard-exposed-resources-inventoried', 'Shield Standard is always on'],
]);

const through = residentProgram();
const run = (world: World, account: AccountName, args: readonly string[], options: RunOptions = {}) =>
  runThrough(world, account, args, { through, ...options });
const scan = (world: World, account: AccountName, args: readonly string[] = [], options: RunOptions = {}) =>
  scanThrough(world, account, args, { through, ...options });

describe.skipIf(!emulator.available)(needsEmulator('a scan of three accounts'), () => {
  const files = scratch();
  let world: World;
  let scans: Record<AccountName, Scan & { report: RunResult }>;

  beforeAll(async () => {
    world = await buildWorld();
    const snapshot = (name: AccountName, options: RunOptions = {}) =>
      scan(world, name, ['--save', files.file(`${name}.ndjson`)], options);
    // The largest in a process of its own, as users run it.
    scans = {
      main: await snapshot('main', { through: runCli }),
      second: await snapshot('second'),
      bare: await snapshot('bare'),
    };
  }, 240_000);

  afterAll(async () => {
    files.remove();
    await world?.stop();
  });

  const label = (account: AccountName, { resource }: Finding): string =>
    `${account === 'main' ? '' : `${account}: `}${world.labels.get(resource.id) ?? resource.name}`;

  function verdictsOf(check: string): Expected {
    const found: Record<string, string[]> = {};
    for (const account of names) {
      for (const finding of scans[account].report.findings)
        if (finding.check === check) (found[finding.status] ??= []).push(label(account, finding));
    }
    return sorted(found);
  }

  it.each(checks.map(({ id }) => id))('judges %s as expected', (id) => {
    expect(verdictsOf(id)).toEqual(sorted(expected[id] ?? {}));
  });

  it('has populations that add up, of every framework', async () => {
    const frameworks = await allFrameworks();
    const live = new Set(checks.map(({ id }) => id));
    for (const name of names) {
      const { report } = scans[name];
      expect(unreconciled(hold(report, frameworks, { live }), report.coverage), name).toEqual([]);
    }
  });

  it('expects something of every check, and of no other', () => {
    expect(Object.keys(expected).sort()).toEqual(checks.map(({ id }) => id).sort());
  });

  it('has a resource that fails and one that passes for every check', () => {
    const lacking = Object.entries(expected).filter(
      ([, { fail = [], pass = [] }]) => fail.length === 0 || pass.length === 0,
    );
    expect(lacking.map(([id]) => id).filter((id) => !oneSided.has(id))).toEqual([]);
  });

  it('makes no request twice', () => {
    for (const account of names) {
      const seen = scans[account].requests
        .filter(({ service, operation }) => !polled.has(`${service}:${operation}`))
        .map(
          ({ service, operation, region, input, path }) =>
            `${service}:${operation} ${region} ${path} ${JSON.stringify(input)}`,
        );
      expect(seen.length).toBeGreaterThan(50);
      expect(seen.filter((request, index) => seen.indexOf(request) !== index)).toEqual([]);
    }
  });

  it('makes no request that does not read, and every request is understood', () => {
    for (const account of names) {
      expect(operations(scans[account].requests.filter((request) => !isRead(request)))).toEqual([]);
      expect(operations(scans[account].requests.filter(({ status = 0 }) => status >= 500))).toEqual([]);
    }
  });

  it('sends what it sends in the account it was given', () => {
    for (const account of names)
      expect([...new Set(scans[account].requests.map((request) => request.account))]).toEqual([accountIds[account]]);
  });

  it('prints nothing but the report to standard output, and progress to standard error', () => {
    for (const account of names) {
      const { stdout, stderr, code } = scans[account];
      expect(code).toBe(1);
      expect(stdout.startsWith('{') && stdout.endsWith('}\n')).toBe(true);
      expect(stderr).toContain(`reading account ${accountIds[account]}, 2 regions`);
    }
  });

  it('tells who it is, where it looked and where not', () => {
    const { run: info, coverage } = scans.main.report;
    expect(info).toMatchObject({
      account: accountIds.main,
      partition: 'aws',
      regions: ['eu-west-1', 'us-east-1'],
      source: 'aws',
      complete: false,
    });
    expect(scans.second.report.run.complete).toBe(true);
    expect(coverage.skippedRegions).toEqual([{ region: 'me-south-1', reason: 'not enabled for this account' }]);
    const counted = coverage.services.reduce((sum, { calls }) => sum + calls, 0);
    // Asking who we are and which regions there are belongs to no resource.
    expect(scans.main.requests.length - counted).toBeLessThanOrEqual(2);
  });

  it('keeps credentials and secrets out of reports, progress and snapshots', () => {
    for (const account of names) {
      const { stdout, stderr } = scans[account];
      const saved = readFileSync(files.file(`${account}.ndjson`), 'utf8');
      for (const text of [stdout, stderr, saved]) expect(secretsIn(text, scans[account])).toEqual([]);
    }
  });

  it('judges a saved snapshot to the same bytes, without AWS and without credentials', async () => {
    for (const account of names) {
      const { report } = await scan(world, account, ['--from', files.file(`${account}.ndjson`)], {
        env: { AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined, AWS_SESSION_TOKEN: undefined },
      });
      const { run: live, ...rest } = scans[account].report;
      const { run: replayed, ...again } = report;
      expect(JSON.stringify(again)).toBe(JSON.stringify(rest));
      const snapshot = createHash('sha256')
        .update(readFileSync(files.file(`${account}.ndjson`)))
        .digest('hex');
      expect(replayed).toEqual({ ...live, source: 'snapshot', selection: { ...live.selection, snapshot } });
      expect(world.front.record.count()).toBe(0);
    }
  });

  it('writes the same report twice from one snapshot', async () => {
    const from = ['--from', files.file('main.ndjson')];
    const formats = ['table', 'ndjson', 'html'].flatMap((format) => ['--format', format]);
    const all = [...from, ...formats, '--details'];
    const once = await run(world, 'main', [...all, '--output', files.file('once/')]);
    const twice = await run(world, 'main', [...all, '--output', files.file('twice/')]);
    expect(readdirSync(files.file('once')).sort()).toEqual(['audit-report.html', 'audit-report.ndjson']);
    for (const name of readdirSync(files.file('once')))
      expect(readFileSync(files.file(`twice/${name}`)).equals(readFileSync(files.file(`once/${name}`)))).toBe(true);
    expect(twice.stdout).toBe(once.stdout);
    expect(once.stdout).toContain('iam-root-mfa-enabled');
  });

  it('lets --now move the clock of a snapshot', async () => {
    const only = ['--check', 'iam-user-access-key-rotated-90', '--from', files.file('main.ndjson')];
    const statusOf = ({ report }: { report: RunResult }, name: string) =>
      report.findings.find(({ resource }) => resource.name === name)?.status;
    const later = new Date(world.now + 70 * 86_400_000).toISOString();
    expect(statusOf(await scan(world, 'main', only), 'ci-deploy')).toBe('pass');
    expect(statusOf(await scan(world, 'main', [...only, '--now', later]), 'ci-deploy')).toBe('fail');
  });

  it('asks for nothing that the plan does not name and the least policy does not allow', async () => {
    const plan = (await run(world, 'main', ['plan', '--format', 'json'])).json() as {
      calls: { operations: string[] }[];
    };
    const planned = new Set(plan.calls.flatMap((call) => call.operations));
    const policy = (await run(world, 'main', ['policy'])).json() as PolicyDocument | PolicyDocument[];
    const allowed = new Set([policy].flat().flatMap(({ Statement }) => Statement.flatMap(({ Action }) => Action)));
    for (const account of names) {
      for (const request of scans[account].requests) {
        const action = actionFor(request);
        if (action !== undefined) expect(allowed).toContain(action);
        if (!['DescribeRegions', 'GetCallerIdentity'].includes(request.operation))
          expect(planned).toContain(request.operation);
      }
    }
  });

  it('plans and prints policies without calling anything', async () => {
    for (const args of [
      ['plan'],
      ['plan', '--region', 'eu-*', '--service', 's3'],
      ['policy'],
      ['checks', 'list'],
      ['frameworks', 'list'],
    ]) {
      const { code, requests } = await run(world, 'main', args);
      expect(code).toBe(0);
      expect(requests).toEqual([]);
    }
  });

  describe('selection', () => {
    it.each([
      [
        ['--check', 'ec2-ebs-default-encryption-enabled'],
        ['ec2:DescribeRegions', 'ec2:GetEbsEncryptionByDefault', 'sts:GetCallerIdentity'],
      ],
      [
        ['--service', 'securityhub'],
        [
          'ec2:DescribeRegions',
          'securityhub:DescribeHub',
          'securityhub:DescribeSecurityHubV2',
          'securityhub:GetEnabledStandards',
          'securityhub:ListEnabledProductsForImport',
          'sts:GetCallerIdentity',
        ],
      ],
      [
        ['--check', 'iam-password-policy-*'],
        ['ec2:DescribeRegions', 'iam:GetAccountPasswordPolicy', 'sts:GetCallerIdentity'],
      ],
      [
        ['--check', 's3-bucket-mfa-*,iam-saml-provider-*'],
        [
          'ec2:DescribeRegions',
          'iam:ListSAMLProviders',
          's3:GetBucketLocation',
          's3:GetBucketVersioning',
          's3:ListBuckets',
          'sts:GetCallerIdentity',
        ],
      ],
    ])('with %j calls only what is needed', async (args, wanted) => {
      expect(operations((await scan(world, 'main', args)).requests)).toEqual(wanted);
    });

    it('by severity, category, framework and exclusion narrows what is judged', async () => {
      const of = async (...args: string[]) =>
        (await scan(world, 'main', ['--from', files.file('main.ndjson'), ...args])).report;
      const critical = await of('--severity', 'critical');
      expect(critical.checks.length).toBeGreaterThan(3);
      expect([...new Set(critical.findings.map(({ severity }) => severity))]).toEqual(['critical']);
      const security = await of('--category', 'security');
      expect([...new Set(security.checks.map(({ category }) => category))]).toEqual(['security']);
      const cis = await of('--framework', 'cis_7.0');
      expect(cis.checks.length).toBeGreaterThan(20);
      expect(cis.checks.every(({ frameworks }) => frameworks.some((key) => key.startsWith('cis_7.0')))).toBe(true);
      const without = await of('--service', 'iam', '--exclude-check', 'iam-user-*,iam-root-*');
      expect(without.checks.every(({ id, service }) => service === 'iam' && !/^iam-(user|root)-/.test(id))).toBe(true);
    });

    it('by region asks global services and the regions that match', async () => {
      const { requests, report } = await scan(world, 'main', ['--region', 'eu-*', '--service', 'guardduty,ec2']);
      const asked = requests.filter(
        ({ operation }) => operation !== 'GetCallerIdentity' && operation !== 'DescribeRegions',
      );
      expect([
        ...new Set(
          asked.filter(({ service }) => service === 'guardduty' || service === 'ec2').map(({ region }) => region),
        ),
      ]).toEqual(['eu-west-1']);
      expect(report.coverage.skippedRegions).toContainEqual({
        region: 'us-east-1',
        reason: 'not selected by --region',
      });
    });

    it('by ARN reads the facets of that resource alone', async () => {
      const { requests, report } = await scan(world, 'main', [
        '--check',
        's3-bucket-mfa-delete-enabled',
        '--resource-arn',
        'arn:aws:s3:::acme-si*',
      ]);
      expect(report.findings.map(({ resource }) => resource.name)).toEqual(['acme-site']);
      const asked = requests.filter(({ operation }) => operation === 'GetBucketVersioning');
      expect(asked.map(({ input }) => input['Bucket'])).toEqual(['acme-site']);
    });

    it('by tag judges the resources that have it', async () => {
      const { report } = await scan(world, 'main', [
        '--check',
        's3-bucket-mfa-*,iam-user-no-direct-policies',
        '--tag',
        'team=data',
        '--tag',
        'team=robots',
      ]);
      expect(report.findings.map(({ resource }) => resource.name).sort()).toEqual([
        'acme-private',
        'ci-deploy',
        'old-bot',
        'sts-bot',
      ]);
    });
  });

  describe('exit code', () => {
    const one = ['--check', 'account-security-contact-registered'];

    it('0 when everything selected passes', async () => expect((await scan(world, 'second', one)).code).toBe(0));
    it('1 when something fails', async () => expect((await scan(world, 'main', one)).code).toBe(1));
    it('0 when what fails is below --fail-on', async () =>
      expect((await scan(world, 'main', [...one, '--fail-on', 'critical'])).code).toBe(0));
    it('0 with --fail-on none', async () =>
      expect((await scan(world, 'main', [...one, '--fail-on', 'none'])).code).toBe(0));

    it('3 when nothing failed and something was denied, 0 with --allow-incomplete', async () => {
      world.front.faults({
        rules: [{ service: 'account', operation: 'GetAlternateContact', fault: { error: 'scp-denied' } }],
      });
      const denied = await scan(world, 'second', one);
      const allowed = await scan(world, 'second', [...one, '--allow-incomplete']);
      world.front.faults();
      expect([denied.code, allowed.code]).toEqual([3, 0]);
      expect(denied.report.findings).toMatchObject([
        { status: 'unknown', unknown: { actions: ['account:GetAlternateContact'] } },
      ]);
      expect(denied.report.findings[0]?.message).toContain('a service control policy denies it');
    });

    it('4 when the credentials are refused', async () => {
      world.front.faults({ rules: [{ service: 'sts', fault: { error: 'invalid-token' } }] });
      const refused = await run(world, 'main', one);
      world.front.faults();
      expect(refused).toMatchObject({ code: 4, stdout: '' });
      expect(refused.stderr).toContain('no usable AWS credentials');
      expect(refused.requests.length).toBe(1);
    });
  });

  describe('output', () => {
    const small = ['--check', 'iam-root-*'];

    it('writes a table, JSON and HTML of one run', async () => {
      const { stdout, stderr, code } = await run(world, 'main', [
        ...small,
        '-f',
        'table',
        '-f',
        'json,html',
        '--details',
        '--output',
        files.file('reports'),
      ]);
      expect(code).toBe(1);
      expect(readdirSync(files.file('reports')).sort()).toEqual(['audit-report.html', 'audit-report.json']);
      const report = JSON.parse(readFileSync(files.file('reports/audit-report.json'), 'utf8')) as RunResult;
      expect(report.findings.length).toBeGreaterThan(4);
      expect(readFileSync(files.file('reports/audit-report.html'), 'utf8')).toMatch(/^<!doctype html>/);
      expect(stdout).toContain('iam-root-mfa-enabled');
      expect(stderr).toContain('audit: wrote ');
    });

    it('writes one file by its name, and standard output for -', async () => {
      const file = files.file('findings.json');
      expect((await run(world, 'main', [...small, '-f', 'json', '-o', file])).stdout).toBe('');
      expect((JSON.parse(readFileSync(file, 'utf8')) as RunResult).schemaVersion).toBe('2.2');
      expect((await run(world, 'main', [...small, '-f', 'html', '-o', '-'])).stdout).toMatch(/^<!doctype html>/);
    });

    it('has no escape sequences where nobody sees them, and has them when asked', async () => {
      const from = ['--from', files.file('main.ndjson'), ...small];
      const plain = await run(world, 'main', from, { env: { NO_COLOR: undefined } });
      const coloured = await run(world, 'main', [...from, '--color'], { env: { NO_COLOR: undefined } });
      const refused = await run(world, 'main', [...from, '--color'], { env: { NO_COLOR: '1' } });
      expect(plain.stdout).not.toContain('\u001B');
      expect(coloured.stdout).toContain('\u001B[');
      expect(refused.stdout).not.toContain('\u001B');
    });

    it('says with --quiet why the exit code is what it is alone, and tells every call with --verbose, on standard error only', async () => {
      expect((await scan(world, 'main', [...small, '--quiet'])).stderr).toMatch(
        /^audit: 7 findings failed: 3 critical, 3 high, 1 low; .*\naudit: exit code 1: 7 findings failed\n$/,
      );
      const { stderr, requests, report } = await scan(world, 'main', [...small, '--verbose']);
      const lines = stderr.split('\n').filter((line) => / \w+:\w+ (ok|\w+)$/.test(line));
      expect(lines.length).toBe(requests.length);
      expect(lines).toContain('us-east-1 iam:GetAccountSummary ok');
      expect(report.findings.length).toBeGreaterThan(4);
    });
  });
});

interface PolicyDocument {
  readonly Statement: readonly { readonly Action: readonly string[] }[];
}

const sorted = (given: Expected): Expected =>
  Object.fromEntries(
    Object.entries(given).map(([status, all]: [string, readonly string[]]) => [status, [...all].sort()]),
  );
