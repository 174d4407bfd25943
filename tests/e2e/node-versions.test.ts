import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunResult } from '../../src/engine/result.ts';
import { runCli, type CliOptions, type CliResult } from '../program/cli.ts';
import type { Front } from '../../src/stand-in/front.ts';
import { ensureNode, nodeVersions } from '../program/node-versions.ts';
import { unexpected } from '../program/unexpected.ts';
import { root } from '../../src/stand-in/root.ts';
import { inspected, type Inspected } from './inspected.ts';
import { startSmallAccount } from './small-account.ts';
import { scratch } from './support.ts';

const folder = scratch();
let front: Front;
let network: Inspected;
let entry: string;

/** The program as it is published, out of its tarball. */
beforeAll(async () => {
  execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder.dir], { cwd: root });
  const [tarball = ''] = readdirSync(folder.dir);
  execFileSync('tar', ['xzf', tarball], { cwd: folder.dir });
  entry = path.join(folder.dir, 'package/dist/audit.cjs');
  front = await startSmallAccount({ logs: { versioned: true }, site: { versioned: false } });
  network = await inspected(front);
});
afterAll(async () => {
  await network.stop();
  await front.stop();
  folder.remove();
});

/** How a run ended and what it said beside its output and the reason of its exit code. */
const said = ({ code, stderr }: CliResult) => ({ code, stderr: unexpected(stderr) });

const majorOf = (binary: string): string =>
  execFileSync(binary, ['-p', 'process.versions.node'], { encoding: 'utf8' }).split('.')[0] ?? '';

const own = process.versions.node.split('.')[0] ?? '';
const versions = [
  { major: own, node: { path: process.execPath } },
  ...Object.keys(nodeVersions)
    .filter((major) => major !== own)
    .map((major) => ({ major, node: ensureNode(major) })),
];

describe.each(versions)('the packed program on Node.js $major', ({ major, node }) => {
  if ('missing' in node) {
    it.skip(node.missing, () => undefined);
    return;
  }
  const run = (args: readonly string[], options: CliOptions = {}): Promise<CliResult> =>
    runCli(args, { entry, node: node.path, cwd: folder.dir, ...options });

  it('is run by that version', () => {
    expect(majorOf(node.path)).toBe(major);
  });

  it('says its help, and nothing on stderr', async () => {
    const { code, stdout, stderr } = await run(['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('--demo');
  });

  it('judges the demo account, and says nothing unexpected on stderr', async () => {
    const result = await run(['--demo', '--format', 'json', '--quiet', '--fail-on', 'none', '--allow-incomplete']);
    expect(said(result)).toEqual({ code: 0, stderr: '' });
    expect((result.json() as RunResult).findings.length).toBeGreaterThan(100);
  });

  it.each([
    // S3 is asked over plain HTTP, and directly: it is on this machine.
    ['HTTPS_PROXY', 'AWS_CA_BUNDLE', () => front.url, ['ec2', 'sts']],
    ['https_proxy', 'NODE_EXTRA_CA_CERTS', () => undefined, ['ec2', 's3', 'sts']],
  ])(
    'scans an account through %s, trusting %s, and says nothing unexpected on stderr',
    async (proxy, ca, s3, asked) => {
      network.proxy.asked.length = 0;
      const result = await run(['--check', 's3-bucket-mfa-delete-enabled', '--format', 'json', '--quiet'], {
        env: {
          [proxy]: `http://127.0.0.1:${network.proxy.port}`,
          [ca]: network.ca.file,
          AWS_ENDPOINT_URL_S3: s3(),
        },
      });
      expect(said(result)).toEqual({ code: 1, stderr: '' });
      const { findings } = result.json() as RunResult;
      expect(findings.map(({ resource, status }) => `${resource.name} ${status}`).sort()).toEqual([
        'logs pass',
        'site fail',
      ]);
      const services = network.proxy.asked.flatMap(
        (line) => /\b(\w+)\.[\w-]+\.amazonaws\.com:443$/.exec(line)?.[1] ?? [],
      );
      expect([...new Set(services)].sort()).toEqual(asked);
    },
  );
});
