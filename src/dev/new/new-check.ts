import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AnyResourceType } from '../../inventory/resource.ts';
import { readCatalogue, type Row } from '../catalogue.ts';
import { declaredTypes, root, stop, toWrite, writeNew } from './scaffold.ts';

/**
 * `npm run new-check -- sqs-queue-encrypted-at-rest [state|number|age|daysLeft|each|code]`: writes the check of a row of the
 * catalogue. The form follows from the id; it may be given. A check by code gets a test of its own, a form's is derived.
 */
const forms = ['state', 'number', 'age', 'daysLeft', 'each', 'code'] as const;
const [id = '', wanted] = process.argv.slice(2);
const row = readCatalogue(root).get(id);
if (row === undefined)
  stop(
    `usage: npm run new-check -- <id of a row of catalogue/*.csv> [${forms.join('|')}]; there is no row ${JSON.stringify(id)}`,
  );
if (wanted !== undefined && !forms.some((one) => one === wanted)) stop(`no form ${wanted}: ${forms.join(', ')}`);
const { service, resourceType } = row;
const types = declaredTypes().filter(({ type }) => type === resourceType);
const declared =
  types.find(({ file }) => file.startsWith(`${service}/`)) ??
  types[0] ??
  stop(`first: npm run new-type -- ${resourceType} (of ${id})`);

const text = `  risk: '${toWrite} what can happen when it fails.',
  fix: {
    text: '${toWrite} what to do.',
    cli: 'aws ${service} ${toWrite} the command that fixes it, with {id}, {arn}, {region}',
  },
  references: ['${toWrite} the page of AWS documentation'],
`;

/** What stands in the table of a form, by the form. */
const tables: Readonly<Record<string, string>> = {
  state: `  at: '${toWrite} facet.member',
  is: {
    true: pass('{label} ${toWrite} what is so'),
    false: fail('{label} ${toWrite} what is so; expected what'),
  },
`,
  number: `  settings: { most: { type: 'integer', default: 1, min: 1, max: 100, describe: '${toWrite} of what at most' } },
  at: '${toWrite} facet.member',
  atMost: 'most',
  pass: pass('{label} ${toWrite} {facet.member}'),
  fail: fail('{label} ${toWrite} {facet.member}, more than {settings.most}'),
`,
  each: `  of: '${toWrite} facet.list',
  ${toWrite} which entries fail, see src/engine/forms/list.ts
`,
};
const byTime = `  settings: { days: { type: 'integer', default: 90, min: 1, max: 3650, describe: '${toWrite} days' } },
  at: '${toWrite} facet.time',
  atMost: 'days',
  pass: pass('{label} ${toWrite} {days} days'),
  fail: fail('{label} ${toWrite} {days} days ago, more than {settings.days}'),
`;

/** The form that the id speaks of. */
function formOf({ id }: Row): string {
  if (/-(not-)?expir/.test(id)) return 'daysLeft';
  if (/-(rotated|changed|used|within-max-days|age)\b/.test(id)) return 'age';
  if (/-(below|above|at-least|at-most|minimum|max|\d+)\b/.test(id)) return 'number';
  return 'state';
}

const form = wanted ?? formOf(row);
const byCode = form === 'code' || !existsSync(join(root, 'src/engine/forms/index.ts'));
const from = `import { ${declared.name} } from '../../src/services/${declared.file}';`;
const title = `  title: '${toWrite} the safe state as a fact',`;
const check = byCode
  ? `import { defineCheck, fail, pass } from '../../src/engine/check.ts';
${from}

export default defineCheck({
  id: '${id}',
${title}
  resource: ${declared.name},
  needs: [],
${text}  evaluate({ name }) {
    return name === '${toWrite} the question' ? pass(\`\${name} is so\`) : fail(\`\${name} is not so; expected what\`);
  },
});
`
  : `import { fail, pass } from '../../src/engine/check.ts';
import { ${form} } from '../../src/engine/forms/index.ts';
${from}

export default ${form}(${declared.name}, '${id}', {
${title}
${tables[form] ?? byTime}${text}});
`;
writeNew({
  [`checks/${service}/${id}.ts`]: check,
  ...(byCode
    ? {
        [`tests/checks/${service}/${id}.test.ts`]: `import check from '../../../checks/${service}/${id}.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

// ${toWrite} a resource as AWS tells of it
checkSuite(check, { id: 'example' } as never, [
  { when: 'the resource is safe', expect: 'pass' },
  { when: 'the resource is not safe', expect: 'fail' },
]);
`,
      }
    : {}),
});
const type = Object.values(
  (await import(pathToFileURL(join(root, 'src/services', declared.file)).href)) as Readonly<Record<string, unknown>>,
).find((value) => (value as Partial<AnyResourceType> | undefined)?.type === resourceType) as AnyResourceType;
console.log(`
${resourceType} has the facets ${Object.keys(type.facetDefs).join(', ') || '(none)'}; the row thinks of ${row.actions.join(', ')}
${row.severity}, ${row.category}, from catalogue/${service}.csv
Write what is marked, then: npx oxfmt && npm run check && npm run affected -- ${service}`);
