import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { root } from '../../src/stand-in/root.ts';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly needs?: string;
  readonly 'timeout-minutes'?: number;
  readonly strategy?: { readonly matrix: { readonly node: readonly number[] } };
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const dir = join(root, '.github/workflows');
const workflows = new Map(
  readdirSync(dir).map((name) => [name, parse(readFileSync(join(dir, name), 'utf8')) as Workflow]),
);
const commands = ({ steps }: Job): string => steps.map(({ run }) => run ?? '').join('\n');

describe.each([...workflows])('%s', (_, { on, permissions, jobs }) => {
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  it('grants nothing but reading to all jobs, and limits their time', () => {
    expect(Object.entries(permissions).filter(([, level]) => level !== 'read')).toEqual([]);
    for (const job of Object.values(jobs)) expect(job['timeout-minutes']).toBeGreaterThan(0);
  });

  it("uses GitHub's own actions only, each at a major version or a commit", () => {
    for (const { uses } of steps) if (uses !== undefined) expect(uses).toMatch(/^actions\/[\w-]+@(v\d+|[0-9a-f]{40})$/);
  });

  it('runs no text from outside: no expression inside a command, no secrets for forks', () => {
    for (const { run } of steps) expect(run ?? '').not.toContain('${{');
    expect(Object.keys(on)).not.toContain('pull_request_target');
    expect(Object.keys(on)).not.toContain('workflow_run');
  });

  it('does not leave the token in the checkout', () => {
    for (const step of steps)
      if (step.uses?.startsWith('actions/checkout@') === true) expect(step.with?.['persist-credentials']).toBe(false);
  });
});

it('every change is checked on each supported Node.js', () => {
  const check = workflows.get('ci.yml')?.jobs['check'];
  expect(check?.strategy?.matrix.node).toEqual([20, 22, 24, 26]);
  expect(check === undefined ? '' : commands(check)).toContain('.ci/run');
  expect(Object.keys(workflows.get('ci.yml')?.on ?? {})).toEqual(['push', 'pull_request']);
});

describe('a release', () => {
  const { build, publish, release } = workflows.get('publish.yml')?.jobs ?? {};

  it('starts from a tag and goes through all checks, vulnerabilities and licences before it is packed', () => {
    expect(workflows.get('publish.yml')?.on).toEqual({ push: { tags: ['v*'] } });
    expect(build === undefined ? '' : commands(build)).toMatch(
      /\.ci\/run\n[^]*npm ci[^]*npm run audit:deps[^]*npm run licenses[^]*npm pack[^]*npm run sbom/,
    );
  });

  it('is published with provenance by a job that may do that only, and runs no code of the project', () => {
    expect(publish?.permissions).toEqual({ contents: 'read', 'id-token': 'write' });
    expect(publish?.needs).toBe('build');
    expect(publish === undefined ? '' : commands(publish).trim()).toBe(
      'npm publish ./aws-posture-audit-*.tgz --provenance --access public',
    );
  });

  it('carries the bill of materials, attached by the only job that may write', () => {
    expect(release?.needs).toBe('publish');
    expect(release === undefined ? '' : commands(release)).toMatch(/gh release create .*\*\.cdx\.json/);
    const writers = [...workflows.values()]
      .flatMap(({ jobs }) => Object.values(jobs))
      .filter((job) => job.permissions?.['contents'] === 'write');
    expect(writers).toEqual([release]);
  });
});
