import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { distances, testsOf } from '../../src/dev/new/affected.ts';
import { toWrite, unwritten } from '../../src/dev/unwritten.ts';
import { root } from '../../src/stand-in/root.ts';
import { folder } from '../cli/run.ts';

let dir: ReturnType<typeof folder>;
/** The commands write beside themselves: they run in a copy of what they read. */
beforeAll(() => {
  dir = folder();
  for (const part of ['src', 'catalogue', 'changes', 'package.json'])
    cpSync(join(root, part), join(dir.path, part), { recursive: true });
  // Services that the project will never have: their rows are those of another one.
  for (const [service, type] of [
    ['widgets', 'Widgets::Widget'],
    ['gadgets', 'Gadgets::Gadget'],
  ])
    writeFileSync(
      join(dir.path, `catalogue/${service}.csv`),
      readFileSync(join(root, 'catalogue/sqs.csv'), 'utf8')
        .replaceAll('sqs-queue-', `${service}-${service?.slice(0, -1)}-`)
        .replaceAll('SQS::Queue', type ?? ''),
    );
  symlinkSync(join(root, 'node_modules'), join(dir.path, 'node_modules'));
});
afterAll(() => dir.remove());

const run = (command: string, ...args: string[]): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(process.execPath, ['--import', 'tsx', `src/dev/new/${command}.ts`, ...args], {
    cwd: dir.path,
    encoding: 'utf8',
  });
const text = (file: string): string => readFileSync(join(dir.path, file), 'utf8');

describe('npm run new-check', () => {
  it('writes the check of a row about a type that is there, with what must be written marked', () => {
    const { status, stdout } = run('new-check', 's3-bucket-versioning-enabled');
    expect([status, stdout]).toEqual([
      0,
      expect.stringContaining('written: checks/s3/s3-bucket-versioning-enabled.ts'),
    ]);
    expect(stdout).toContain('AWS::S3::Bucket has the facets ');
    const check = text('checks/s3/s3-bucket-versioning-enabled.ts');
    expect(check).toContain("import { bucket } from '../../src/services/s3/bucket.ts';");
    expect(check).toContain("export default state(bucket, 's3-bucket-versioning-enabled', {");
    expect(check).not.toMatch(/severity|category|same/);
    expect(check).toContain(toWrite);
    expect(existsSync(join(dir.path, 'tests'))).toBe(false);
    expect(run('new-check', 's3-bucket-versioning-enabled').stderr).toContain('exists already');
  });

  it('writes a test beside a check by code', () => {
    expect(run('new-check', 's3-bucket-mfa-delete-enabled', 'code').status).toBe(0);
    expect(text('checks/s3/s3-bucket-mfa-delete-enabled.ts')).toContain('defineCheck({');
    expect(text('tests/checks/s3/s3-bucket-mfa-delete-enabled.test.ts')).toContain('checkSuite(check');
  });

  it.each([
    [['../../evil'], /usage:.*there is no row/],
    [['widgets-widget-encrypted-at-rest'], /first: npm run new-type -- AWS::Widgets::Widget/],
  ])('refuses %j', (args, message) => {
    const { status, stderr } = run('new-check', ...args);
    expect([status, stderr]).toEqual([2, expect.stringMatching(message)]);
  });
});

describe('npm run new-service and new-type', () => {
  it('write what the SDK and the catalogue know', () => {
    // The client of another service stands in for one that is not installed.
    expect(run('new-service', 'widgets', '@aws-sdk/client-sns').status).toBe(0);
    expect(text('src/services/widgets/service.ts')).toContain("service<typeof import('@aws-sdk/client-sns')>({");
    const { status, stderr } = run('new-type', 'AWS::Widgets::Widget', 'ListTopics');
    expect([status, stderr]).toEqual([0, '']);
    const type = text('src/services/widgets/widget.ts');
    expect(type).toContain(
      "export const widget = listed(widgets, 'AWS::Widgets::Widget', 'ListTopics', {\n  at: 'Topics',\n  references",
    );
    expect(type).toContain('id: ({ TopicArn }) => TopicArn,');
    expect(type).toContain("    arn: 'TopicArn',");
    expect(text('src/services/widgets/service.ts')).toContain(
      "sends: {\n    ListTopicsResponse: ['Topics'],\n    Topic: ['TopicArn'],\n  },",
    );
    expect(unwritten(dir.path)).toEqual(
      expect.arrayContaining(['src/services/widgets/widget.ts', 'src/services/widgets/service.ts']),
    );
  });

  it.each([
    ['new-service', ['s3'], /exists already/],
    ['new-type', ['AWS::Gadgets::Gadget'], /first: npm run new-service -- gadgets/],
  ])('%s refuses %j', (command, args, message) => {
    const { status, stderr } = run(command, ...args);
    expect([status, stderr]).toEqual([2, expect.stringMatching(message)]);
  });
});

describe('npm run affected', () => {
  it('reaches tests through everything that imports a file', () => {
    const by = new Map([
      ['a.ts', new Set(['b.ts'])],
      ['b.ts', new Set(['c.test.ts', 'a.ts'])],
      ['x.ts', new Set(['y.test.ts'])],
    ]);
    expect([...distances(['a.ts'], by)]).toEqual([
      ['a.ts', 0],
      ['b.ts', 1],
      ['c.test.ts', 2],
    ]);
  });

  it("takes a service's own tests and leaves out those of the whole program", () => {
    const { near, far, whole } = testsOf(root, 'sns');
    expect(near).toContain('tests/services/sns/topic.test.ts');
    expect([...near, ...far].filter((file) => file.startsWith('tests/e2e/'))).toEqual([]);
    expect(whole.every((file) => /^tests\/(e2e|secrets|config)\//.test(file))).toBe(true);
  });
});
