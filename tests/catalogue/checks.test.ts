import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import { checkFiles, checkIndex } from '../../src/dev/gen-index.ts';
import type { SettingSpec } from '../../src/engine/check.ts';
import { categories, severities } from '../../src/engine/check.ts';
import { fillIn, itemFields } from '../../src/engine/fix.ts';
import { actionsOfPlan, planFor } from '../../src/inventory/plan.ts';
import { root } from '../../src/stand-in/root.ts';
import { problemsOf } from '../helpers/fix-commands.ts';
import { loadCheckFiles } from './load.ts';

const files = await loadCheckFiles();

const sentences = (text: string): number => text.match(/[.!?](?=\s|$)/g)?.length ?? 0;

/** The check's own source where it declares a setting, else the one of what it imports that does. */
function declaring(name: string, source: string, file: string): string {
  if (source.includes(`${name}: {`)) return source;
  // A form may be made of another one.
  const reached = new Set([join(root, 'checks', file)]);
  for (const from of reached)
    for (const [, path = ''] of readFileSync(from, 'utf8').matchAll(/from '(\.[^']+)'/g)) {
      const to = join(dirname(from), path);
      if (!reached.has(to) && readFileSync(to, 'utf8').includes(`${name}: {`)) return readFileSync(to, 'utf8');
      if (to.includes('/judgements/')) reached.add(to);
    }
  return source;
}

describe.each(files.map((entry) => [entry.check.id, entry] as const))('%s', (id, { check, file, source }) => {
  it('has the id, the service and the folder that its path says', () => {
    expect(file).toBe(`${id.split('-', 1)[0] ?? ''}/${id}.ts`);
    expect(check.service).toBe(file.split('/')[0]);
    expect(id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+){2,}$/);
    expect(source).toContain(check.form === undefined ? `id: '${id}'` : `'${id}'`);
  });

  // What a form promises, tests/checks/forms.test.ts derives from its table.
  it('has a test, or a form', () => {
    if (check.form !== undefined) return;
    const test = join(root, 'tests/checks', file.replace(/\.ts$/, '.test.ts'));
    expect(existsSync(test), test).toBe(true);
  });

  it('has a title that states the safe state as a fact', () => {
    expect(check.title).toMatch(/^(?!(Ensure|Check|Verify|Make sure)\b)[A-Z].{8,98}[^.!?\s]$/);
    expect(check.title).not.toMatch(/\b(should|must|ensure)\b/i);
  });

  it('says the risk in one or two sentences, and what to do', () => {
    expect(check.risk).toMatch(/^[A-Z].{28,300}\.$/s);
    expect(sentences(check.risk)).toBeLessThanOrEqual(2);
    expect(check.fix.text).toMatch(/^[A-Z`].{28,500}\.$/s);
  });

  it('leaves the region of its commands to the engine', () => {
    expect(source).not.toMatch(/--region \{region\}/);
  });

  it('has a fix that can be pasted', () => {
    const { cli, terraform } = check.fix;
    if (cli !== undefined) {
      const fields = Object.fromEntries(itemFields(check.fix).map((name) => [name, 'x']));
      const values = { name: 'x', id: 'x', arn: 'x', account: 'x', region: 'eu-west-1', partition: 'aws', fields };
      expect(problemsOf(fillIn(check.fix, values).cli ?? '')).toEqual([]);
    }
    if (terraform === undefined) return;
    expect(terraform).toMatch(/^(resource|data|module) "/m);
    expect(terraform.split('{')).toHaveLength(terraform.split('}').length);
    expect((terraform.match(/"/g) ?? []).length % 2).toBe(0);
  });

  it('refers to AWS documentation, each page once', () => {
    expect(check.references.length).toBeGreaterThan(0);
    expect(new Set(check.references).size).toBe(check.references.length);
    for (const url of check.references) expect(url).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/[\w./#-]+$/);
  });

  it('has a known severity and category', () => {
    expect(severities).toContain(check.severity);
    expect(categories).toContain(check.category);
  });

  it('reads every setting it declares, and their defaults are allowed values', () => {
    for (const [name, spec] of Object.entries(check.settings)) {
      // Checks that say the same share a module, and with it the settings.
      const declared = declaring(name, source, file);
      // What a form reads stands in its words: `{settings.days}`, or as its bound.
      const at = declared.indexOf('evaluate');
      const evaluate = at < 0 ? declared.replaceAll(/^ {4}(?=\w+: \{)\w+/gm, '') : declared.slice(at);
      expect(name).toMatch(/^[a-z][A-Za-z0-9]*$/);
      expect(spec.describe).toMatch(/^([a-z]|[A-Z]{2}).{8,}[^.]$/);
      expect(mistakeIn(spec), name).toBeUndefined();
      expect(evaluate.includes(name) || /\bsettings\b(?!\.)/.test(evaluate), `${name} is read`).toBe(true);
    }
  });

  it('needs nothing twice and declares no empty companion', () => {
    expect(new Set(check.needs).size).toBe(check.needs.length);
    for (const { needs } of Object.values(check.along)) expect(new Set(needs).size).toBe(needs.length);
  });

  it('has no clock, no randomness and no input or output of its own', () => {
    expect(source).not.toMatch(/\bDate\.now\(|new Date\(\)|Math\.random|process\.|console\.|\bfetch\(/);
  });
});

describe('all checks together', () => {
  const all = files.map(({ check }) => check);

  it('are those of the generated index', () => {
    expect(checks.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
    expect(checkFiles(root)).toEqual(files.map(({ file }) => file));
  });

  it('are imported by the index under names of their own', () => {
    const names = [...checkIndex(checkFiles(root)).matchAll(/^import (\w+) from/gm)].map(([, name]) => name);
    expect(new Set(names).size).toBe(all.length);
  });

  it.each(['id', 'title'] as const)('have no %s twice', (field) => {
    expect(repeated(all.map((check) => check[field]))).toEqual([]);
  });

  it('take no id that another check had before', () => {
    expect(repeated([...all.map(({ id }) => id), ...all.flatMap(({ formerly }) => formerly)])).toEqual([]);
  });

  it('need only what resource types declare', () => {
    const plan = planFor(all, { tags: true });
    expect(plan.length).toBeGreaterThan(30);
    expect(actionsOfPlan(plan).every((action) => /^[a-z0-9-]+:[A-Z]\w+$/.test(action))).toBe(true);
  });
});

const repeated = (values: readonly string[]): string[] =>
  values.filter((value, index) => values.indexOf(value) !== index);

function mistakeIn(spec: SettingSpec): string | undefined {
  switch (spec.type) {
    case 'integer': {
      const { default: value, min = -Infinity, max = Infinity } = spec;
      if (spec.min === undefined && spec.max === undefined) return 'has no bounds';
      return Number.isInteger(value) && value >= min && value <= max ? undefined : `${value} is not allowed`;
    }
    case 'integers':
      return spec.default.every(Number.isInteger) ? undefined : 'holds something else than whole numbers';
    case 'strings':
      return spec.default.every((value) => typeof value === 'string' && value !== '')
        ? undefined
        : 'holds an empty text';
    case 'boolean':
      return typeof spec.default === 'boolean' ? undefined : 'is not true or false';
  }
}
