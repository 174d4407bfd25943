import { execFile } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Log } from 'sarif';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sarif } from '../../../reports/export/sarif.ts';
import { root } from '../../../src/stand-in/root.ts';
import { folder } from '../../cli/run.ts';
import { everyVerdict } from './fixture.ts';

/** The program of this platform, which `@microsoft/sarif-multitool` brings; npm leaves it unexecutable where it runs no scripts. */
function multitool(): string {
  const platform = process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux';
  const home = join(root, `node_modules/@microsoft/sarif-multitool-${platform}`);
  const program = join(home, platform === 'win32' ? 'Sarif.Multitool.exe' : 'Sarif.Multitool');
  chmodSync(program, 0o755);
  return program;
}

/** What these rules would like, and why it is not there. https://github.com/microsoft/sarif-sdk/blob/main/docs/multitool-usage.md */
const without: Readonly<Record<string, string>> = {
  SARIF2002: 'messages by id with arguments: each finding says what was seen of its resource',
  SARIF2003: 'the revision of a repository: an account is in none',
  SARIF2006: 'addresses that answer: there is no network in tests',
  SARIF2009: 'ids such as ABC1234: ours are those of every other format',
  SARIF2010: 'a snippet of the code: there is none',
  SARIF2011: 'the code around it: there is none',
};

describe("the multitool's rules of SARIF and of GitHub's code scanning", () => {
  const dir = folder({});
  afterAll(() => dir.remove());
  const said = new Map<string, { readonly rule: string; readonly level: string }[]>();

  beforeAll(async () => {
    const text = [...sarif.render(everyVerdict(), {})].join('');
    const broken = JSON.parse(text) as Log;
    const [run] = broken.runs;
    for (const result of run?.results ?? []) delete result.locations;
    for (const rule of run?.tool.driver.rules ?? []) delete rule.help;
    writeFileSync(join(dir.path, 'good.sarif'), text);
    writeFileSync(join(dir.path, 'broken.sarif'), JSON.stringify(broken));
    const args = ['--rule-kind', 'Sarif;Ghas', '--level', 'Error;Warning;Note'];
    await promisify(execFile)(
      multitool(),
      ['validate', 'good.sarif', 'broken.sarif', ...args, '--output', 'said.json'],
      {
        cwd: dir.path,
        // It would ask for every address that a rule names.
        env: {
          https_proxy: 'http://127.0.0.1:9',
          DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1',
          DOTNET_BUNDLE_EXTRACT_BASE_DIR: dir.path,
        },
      },
    );
    const [found] = (JSON.parse(readFileSync(join(dir.path, 'said.json'), 'utf8')) as Log).runs;
    for (const { ruleId = '', level = 'warning', locations } of found?.results ?? []) {
      const file = locations?.[0]?.physicalLocation?.artifactLocation?.uri?.split('/').at(-1) ?? '';
      said.set(file, [...(said.get(file) ?? []), { rule: ruleId, level }]);
    }
  }, 60_000);

  it('find no error and nothing to warn of, and what they would like besides is named here', () => {
    const own = said.get('good.sarif') ?? [];
    expect(own.filter(({ level }) => level !== 'note')).toEqual([]);
    expect([...new Set(own.map(({ rule }) => rule))].sort()).toEqual(Object.keys(without));
  });

  it('see what GitHub would refuse', () => {
    const errors = (said.get('broken.sarif') ?? []).filter(({ level }) => level === 'error');
    expect([...new Set(errors.map(({ rule }) => rule))].sort()).toEqual(['GH1015', 'GH1017', 'GH2012']);
  });
});
