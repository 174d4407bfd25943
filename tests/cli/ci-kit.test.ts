import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { formats } from '../../reports/index.ts';
import { root } from '../../src/stand-in/root.ts';
import { folder } from './run.ts';

const run = promisify(execFile);
const read = (name: string): string => readFileSync(join(root, name), 'utf8');

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly runs: {
    readonly using: string;
    readonly steps: readonly {
      readonly uses?: string;
      readonly run?: string;
      readonly if?: string;
      readonly env?: Readonly<Record<string, string>>;
      readonly with?: Readonly<Record<string, string>>;
    }[];
  };
}

describe('the action', () => {
  const { inputs, runs } = parse(read('action.yml')) as Action;

  it('has no expression inside a command, and every action of others at a commit', () => {
    expect(runs.using).toBe('composite');
    for (const { run: command, uses } of runs.steps) {
      expect(command ?? '').not.toContain('${{');
      if (uses !== undefined) expect(uses).toMatch(/^github\/codeql-action\/upload-sarif@[0-9a-f]{40}$/);
    }
  });

  it('gives every input to something, and uploads what the step writes, of complete runs alone', () => {
    const text = read('action.yml');
    for (const name of Object.keys(inputs)) expect(text).toMatch(new RegExp(`inputs\\.${name}\\b`));
    const upload = runs.steps.find(({ uses }) => uses !== undefined);
    expect(upload?.if).toContain("steps.audit.outputs.complete == 'true'");
    expect(upload?.with?.['sarif_file']).toBe(`\${{ inputs.output }}/audit-report.${formats.sarif.extension}`);
  });

  describe('its step', () => {
    let dir: ReturnType<typeof folder>;
    let stdout = '';
    const env = (more: Record<string, string>) => ({
      PATH: process.env['PATH'],
      HOME: dir.path,
      AUDIT_FAIL_ON: 'high',
      AUDIT_OUTPUT: join(dir.path, 'report'),
      AUDIT_PROGRAM: join(root, 'dist/audit.cjs'),
      AUDIT_ACTION: root,
      GITHUB_OUTPUT: join(dir.path, 'outputs'),
      GITHUB_STEP_SUMMARY: join(dir.path, 'summary.md'),
      ...more,
    });
    beforeAll(async () => {
      dir = folder({});
      for (const name of ['outputs', 'summary.md']) writeFileSync(join(dir.path, name), '');
      const args = ['--demo', '--service=s3', `--tag=$(touch ${dir.path}/owned)`, '--tag=Name'].join('\n');
      ({ stdout } = await run('bash', [join(root, 'ci/github.sh')], { env: env({ AUDIT_ARGS: args }) }));
    }, 60_000);
    afterAll(() => dir.remove());

    it('says how audit ended, and ends well itself so that SARIF is uploaded first', () => {
      expect(readFileSync(join(dir.path, 'outputs'), 'utf8')).toMatch(/^exit-code=[013]\ncomplete=(?:true|false)\n$/);
    });

    it('prints annotations, fills the summary and writes the files', () => {
      expect(stdout).toMatch(/^::(?:error|warning|notice) title=/);
      expect(readFileSync(join(dir.path, 'summary.md'), 'utf8')).toContain('# audit of account');
      for (const extension of ['sarif', 'json'])
        expect(existsSync(join(dir.path, `report/audit-report.${extension}`))).toBe(true);
    });

    it('runs nothing that stands in an argument', () => {
      expect(existsSync(join(dir.path, 'owned'))).toBe(false);
    });

    describe('where npm is asked', () => {
      const bin = () => join(dir.path, 'bin');
      const asked = () => join(dir.path, 'asked');
      beforeAll(() => {
        mkdirSync(bin());
        // It packs and installs as npm does: whatever runs comes out of what was packed.
        writeFileSync(
          join(bin(), 'npm'),
          `#!/bin/bash
echo "$PWD $*" >> ${asked()}
case $1 in
  pack) touch "\${@: -1}/aws-posture-audit-0.0.0.tgz" ;;
  install)
    for (( i = 1; i < $#; i++ )); do if [ "\${!i}" = --prefix ]; then j=$((i + 1)); prefix=\${!j}; fi; done
    [ -f "\${@: -1}" ] && mkdir -p "$prefix/lib/node_modules/aws-posture-audit" &&
      ln -s ${join(root, 'dist')} "$prefix/lib/node_modules/aws-posture-audit/dist" ;;
esac
`,
          { mode: 0o755 },
        );
      });
      const asks = async (program: string): Promise<string[]> => {
        writeFileSync(asked(), '');
        writeFileSync(join(dir.path, 'outputs'), '');
        await run('bash', [join(root, 'ci/github.sh')], {
          env: env({ AUDIT_ARGS: '--help', AUDIT_PROGRAM: program, PATH: `${bin()}:${process.env['PATH'] ?? ''}` }),
        });
        expect(readFileSync(join(dir.path, 'outputs'), 'utf8')).toMatch(/^exit-code=0\n/);
        return readFileSync(asked(), 'utf8')
          .replaceAll(/\/[\w/.-]*tmp\.\w+/g, 'TMP')
          .trimEnd()
          .split('\n');
      };
      const install = 'install --silent --ignore-scripts --no-audit --no-fund --global --prefix TMP';

      it('runs the packed program of its own commit where none is named', async () => {
        const [ci, build, pack, installed] = await asks('');
        expect([ci, build, pack]).toEqual([
          `${root} ci --silent --ignore-scripts --no-audit --no-fund`,
          `${root} run --silent build`,
          `${root} pack --silent --ignore-scripts --pack-destination TMP`,
        ]);
        expect(installed).toContain(`${install} TMP/aws-posture-audit-0.0.0.tgz`);
      });

      it('runs a packed program that is named', async () => {
        const packed = join(dir.path, 'audit.tgz');
        writeFileSync(packed, '');
        expect(await asks(packed)).toEqual([expect.stringContaining(`${install} ${packed}`)]);
      });
    });

    it('uploads nothing where audit could not run', async () => {
      writeFileSync(join(dir.path, 'outputs'), '');
      const output = join(dir.path, 'none');
      await run('bash', [join(root, 'ci/github.sh')], {
        env: env({ AUDIT_ARGS: '--no-such-option', AUDIT_OUTPUT: output }),
      });
      expect(readFileSync(join(dir.path, 'outputs'), 'utf8')).toBe('exit-code=2\ncomplete=false\n');
    });

    it('takes a report of an earlier run for none of its own', async () => {
      writeFileSync(join(dir.path, 'outputs'), '');
      mkdirSync(join(dir.path, 'earlier'));
      const output = join(dir.path, 'earlier');
      writeFileSync(join(output, 'audit-report.json'), '{"run":{"complete":true,"interrupted":false}}');
      await run('bash', [join(root, 'ci/github.sh')], {
        env: env({ AUDIT_ARGS: '--no-such-option', AUDIT_OUTPUT: output }),
      });
      expect(readFileSync(join(dir.path, 'outputs'), 'utf8')).toBe('exit-code=2\ncomplete=false\n');
    });
  });
});

describe('the examples', () => {
  const version = (JSON.parse(read('package.json')) as { version: string }).version;

  it.each(['ci/gitlab-ci.yml', 'ci/Jenkinsfile'])(
    '%s names formats that are there, their files, and this version',
    (file) => {
      const text = read(file);
      const [, asked = ''] = /--format (\S+)/.exec(text) ?? [];
      const known: Readonly<Record<string, { readonly extension: string }>> = formats;
      const written = asked.split(',').map((name) => `report/audit-report.${known[name]?.extension}`);
      const named = text.match(/report\/audit-report\.[\w.]+/g) ?? [];
      expect(named.length).toBeGreaterThan(0);
      expect(named.filter((each) => !written.includes(each))).toEqual([]);
      expect(text).toContain(`/aws-posture-audit-${version}.tgz`);
    },
  );

  it('GitLab takes reports of its own kinds', () => {
    const { posture } = parse(read('ci/gitlab-ci.yml')) as {
      posture: { artifacts: { when: string; reports: Record<string, string> } };
    };
    expect(posture.artifacts.when).toBe('always');
    expect(Object.keys(posture.artifacts.reports)).toEqual(['junit', 'codequality']);
  });

  it('the image is of bases by their digest, and not run by root', () => {
    const text = read('ci/Dockerfile');
    const bases = [...text.matchAll(/^FROM (\S+)/gm)].map(([, base = '']) => base);
    expect(bases).toHaveLength(2);
    for (const base of bases) expect(base).toMatch(/@sha256:(?:DIGEST|[0-9a-f]{64})$/);
    expect(text).toMatch(/^USER 65532:65532$/m);
    expect(text.lastIndexOf('USER')).toBeGreaterThan(text.lastIndexOf('FROM'));
    expect(text).not.toMatch(/\b(?:curl|wget|ADD http)/);
  });
});
