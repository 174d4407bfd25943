import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import apigatewayHttpStage from '../../checks/apigateway/apigateway-http-stage-variables-no-secrets.ts';
import apigatewayStage from '../../checks/apigateway/apigateway-stage-variables-no-secrets.ts';
import stackOutputs from '../../checks/cloudformation/cloudformation-stack-outputs-no-secrets.ts';
import stackParameters from '../../checks/cloudformation/cloudformation-stack-parameters-no-plaintext-secrets.ts';
import stackTemplate from '../../checks/cloudformation/cloudformation-stack-template-no-secrets.ts';
import projectEnvironment from '../../checks/codebuild/codebuild-project-environment-no-secrets.ts';
import projectSource from '../../checks/codebuild/codebuild-project-source-url-no-credentials.ts';
import instanceUserData from '../../checks/ec2/ec2-instance-user-data-no-secrets.ts';
import templateUserData from '../../checks/ec2/ec2-launch-template-user-data-no-secrets.ts';
import taskDefinition from '../../checks/ecs/ecs-task-definition-environment-no-secrets.ts';
import lambdaEnvironment from '../../checks/lambda/lambda-function-environment-no-secrets.ts';
import ssmParameter from '../../checks/ssm/ssm-parameter-no-plaintext-secrets.ts';
import stateMachine from '../../checks/stepfunctions/stepfunctions-state-machine-definition-no-secrets.ts';
import { parquetReadObjects } from 'hyparquet';
import { formatNames, formats } from '../../reports/index.ts';
import { collectAccount } from '../../src/cli/collecting.ts';
import { progressFor } from '../../src/cli/progress.ts';
import { judge } from '../../src/engine/judge.ts';
import type { Check } from '../../src/engine/check.ts';
import type { RunResult } from '../../src/engine/result.ts';
import { collect } from '../../src/inventory/collect.ts';
import { FileJournal } from '../../src/inventory/file-journal.ts';
import { Inventory } from '../../src/inventory/inventory.ts';
import { callsOfPlan, planFor } from '../../src/inventory/plan.ts';
import { snapshotLines } from '../../src/inventory/snapshot.ts';
import type { CannedBody, Front } from '../../src/stand-in/front.ts';
import { startFront } from '../../src/stand-in/front.ts';
import { expectNoSecret, planted } from '../helpers/planted.ts';
import type { Answers } from '../helpers/resource-suite.ts';
import { awsError, stubbedApis } from '../helpers/resource-suite.ts';
import { carriers, leakyAccount } from './accounts.ts';

const checks: readonly Check[] = [
  apigatewayHttpStage,
  apigatewayStage,
  stackOutputs,
  stackParameters,
  stackTemplate,
  projectEnvironment,
  projectSource,
  instanceUserData,
  templateUserData,
  taskDefinition,
  lambdaEnvironment,
  ssmParameter,
  stateMachine,
];
const plan = planFor(checks, { tags: true });
const everything = [...Object.values(planted), ...carriers];
const dir = mkdtempSync(join(tmpdir(), 'audit-no-leak-'));
const snapshot = join(dir, 'account.ndjson');
afterAll(() => rmSync(dir, { recursive: true }));

interface Run {
  readonly result: RunResult;
  readonly snapshot: string;
  readonly journal: string;
}

/** Collects and judges all sources, keeping a journal as `--save` does. */
async function run(answers: Answers, resume = false): Promise<Run> {
  const journal = new FileJournal(snapshot, resume);
  const inventory = new Inventory({
    account: '111122223333',
    partition: 'aws',
    caller: 'arn:aws:iam::111122223333:user/test',
    regions: ['eu-west-1'],
    skippedRegions: [],
    startedAt: '2026-06-01T00:00:00.000Z',
    version: '0.0.0',
  });
  journal.start(inventory.header);
  await collect({ plan, inventory, apis: stubbedApis(answers, []), journal });
  journal.close();
  return {
    result: judge(checks, inventory, { now: Date.parse('2026-06-01T00:00:00Z'), source: 'aws' }),
    snapshot: [...snapshotLines(inventory)].join(''),
    journal: readFileSync(journal.file, 'utf8'),
  };
}

const verdicts = ({ result }: Run) =>
  result.findings.map(({ check, resource, status, message }) => ({ check, id: resource.id, status, message }));

async function reports({ result }: Run): Promise<[string, string][]> {
  return Promise.all(
    formatNames.map(async (name): Promise<[string, string]> => {
      const reporter = await formats[name].load();
      if (reporter.bytes === undefined)
        return [name, [...reporter.render(result, { width: 200, colour: true })].join('')];
      // It is compressed: what is in it is looked at.
      const file = new Uint8Array(reporter.bytes(result, {})).buffer;
      const rows = await parquetReadObjects({ file });
      return [name, JSON.stringify(rows, (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value))];
    }),
  );
}

describe('an account with a secret in every source', () => {
  let found: Run;
  beforeAll(async () => {
    found = await run(leakyAccount);
  });

  it('has them planted where AWS would answer them', () => {
    const answered = JSON.stringify(
      Object.values(leakyAccount).map((answer) =>
        typeof answer === 'function' ? answer({ InstanceId: 'i-plain' }) : answer,
      ),
    );
    for (const secret of Object.values(planted)) expect(answered.includes(secret)).toBe(true);
    expect(() => expectNoSecret(answered)).toThrow();
  });

  it.each(checks.map(({ id }) => id))('fails %s for every resource', (id) => {
    const own = found.result.findings.filter(({ check }) => check === id);
    expect(own.length).toBeGreaterThan(0);
    for (const { status, message } of own) expect(status, message).toBe('fail');
  });

  it('names the places', () => {
    const text = JSON.stringify(found.result.findings);
    for (const place of [
      'DB_PASSWORD',
      'DbPassword',
      'SecretKey',
      'dbPassword',
      'line 3, column',
      'container app',
      'version 2',
      '#5',
    ]) {
      expect(text).toContain(place);
    }
  });

  it.each(['snapshot', 'journal'] as const)('shows none of them in the %s', (what) => {
    expect(found[what]).toContain('DB_PASSWORD');
    expectNoSecret(found[what], everything);
  });

  it('shows none of them in any report', async () => {
    const all = await reports(found);
    expect(all.map(([name]) => name)).toEqual(expect.arrayContaining(['json', 'ndjson', 'table', 'html']));
    for (const [name, text] of all) {
      // Requirements and populations hold no texts of findings; Markdown escapes underscores.
      if (!['requirements-csv', 'populations-csv'].includes(name))
        expect(text.replaceAll('\\_', '_').includes('DB_PASSWORD'), name).toBe(true);
      expectNoSecret(text, everything);
    }
  });

  it('gives the same findings when it goes on after all lists were read and no facet', async () => {
    const lists = found.journal.split('\n').filter((line) => !line.startsWith('{"facet"'));
    expect(lists.length).toBeGreaterThan(8);
    writeFileSync(`${snapshot}.partial`, lists.join('\n'));
    const resumed = await run(leakyAccount, true);
    expect(verdicts(resumed)).toEqual(verdicts(found));
    expectNoSecret(resumed.journal, everything);
  });
});

describe('the same account when what is examined cannot be read', () => {
  const denied = awsError('AccessDeniedException', 'no', 403);
  const answers: Answers = {
    ...leakyAccount,
    DescribeInstanceAttribute: denied,
    DescribeLaunchTemplateVersions: denied,
    DescribeTaskDefinition: denied,
    GetTemplate: denied,
    GetParameters: denied,
    DescribeStateMachine: denied,
    ListFunctions: denied,
    DescribeStacks: denied,
    BatchGetProjects: denied,
    GetStages: denied,
  };

  it('judges nothing', async () => {
    const { result } = await run(answers);
    expect(new Set(result.findings.map(({ check }) => check))).toEqual(new Set(checks.map(({ id }) => id)));
    for (const { status, message } of result.findings) expect(status, message).toBe('unknown');
  });
});

describe('a collection over HTTP with --verbose and --save', () => {
  let front: Front;
  beforeAll(async () => {
    front = await startFront({ defaultAccount: '111122223333' });
    front.answer(
      { service: 'ec2', operation: 'DescribeRegions' },
      { Regions: [{ RegionName: 'eu-west-1', OptInStatus: 'opt-in-not-required' }] },
    );
    front.answer(
      { service: 'sts', operation: 'GetCallerIdentity' },
      { Account: '111122223333', Arn: 'arn:aws:iam::111122223333:user/test', UserId: 'AIDA' },
    );
    for (const { service, calls } of callsOfPlan(plan)) {
      for (const operation of calls) front.answer({ service: clientOf(service.id), operation }, bodyOf(operation));
    }
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await front.stop();
  });

  it('shows none of them on stderr and none in the file, and asks for no decryption', async () => {
    const file = join(dir, 'http.ndjson');
    const lines: string[] = [];
    const stderr = vi.spyOn(process.stderr, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
    const { inventory } = await collectAccount(
      { endpointUrl: front.url, region: ['eu-west-1'], verbose: true, save: file },
      plan,
      progressFor(process.stderr, { quiet: false }),
    ).finally(() => stderr.mockRestore());
    const { findings } = judge(checks, inventory, { now: Date.parse('2026-06-01T00:00:00Z'), source: 'aws' });
    expect(new Set(findings.map(({ check, status }) => `${check} ${status}`))).toEqual(
      new Set(checks.map(({ id }) => `${id} fail`)),
    );
    const log = lines.join('');
    for (const { service, calls } of callsOfPlan(plan)) {
      for (const operation of calls) expect(log).toContain(`eu-west-1 ${service.id}:${operation} ok\n`);
    }
    expectNoSecret(log, everything);
    const saved = readFileSync(file, 'utf8');
    expect(saved).toContain('DB_PASSWORD');
    expectNoSecret(saved, everything);
    const asked = front.record.requests.filter(({ operation }) => operation === 'GetParameters');
    expect(asked.map(({ input }) => input)).toEqual([{ Names: ['/prod/db/password'], WithDecryption: false }]);
  });
});

/** The SDK's package is not always named as our service. */
const clientOf = (service: string): string => ({ stepfunctions: 'sfn', apigateway: 'api-gateway' })[service] ?? service;

function bodyOf(operation: string): CannedBody {
  const answer = leakyAccount[operation];
  return typeof answer === 'function' ? ({ input }) => answer(input, 'eu-west-1') as object : (answer as object);
}
