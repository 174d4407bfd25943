import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AnyResourceType } from '../../inventory/resource.ts';
import { readCatalogue, type Row } from '../catalogue.ts';
import { declaredTypes, root, stop, toWrite, writeNew } from './scaffold.ts';

/**
 * `npm run new-check -- sqs-queue-encrypted-at-rest [<form>]`: writes the check of a row of the
 * catalogue. The form follows from the id; it may be given. A check by code gets a test of its own, a form's is derived.
 */
const inEngine = '../../src/engine/forms/index.ts';
const encryption = '../../src/judgements/encryption/encryption.ts';
const exposure = '../../src/judgements/exposure/resource-policy.ts';

/** Where each form is from. */
const forms: Readonly<Record<string, string>> = {
  state: inEngine,
  each: inEngine,
  some: inEngine,
  number: inEngine,
  age: inEngine,
  daysLeft: inEngine,
  encryptedAtRest: encryption,
  customerKey: encryption,
  notPublic: exposure,
  trustedOnly: exposure,
  noSecrets: '../../src/judgements/secrets/secrets.ts',
  code: '../../src/engine/check.ts',
};
const [id = '', wanted] = process.argv.slice(2);
const row = readCatalogue(root).get(id);
if (row === undefined)
  stop(
    `usage: npm run new-check -- <id of a row of catalogue/*.csv> [${Object.keys(forms).join('|')}]; there is no row ${JSON.stringify(id)}`,
  );
if (wanted !== undefined && !Object.hasOwn(forms, wanted)) stop(`no form ${wanted}: ${Object.keys(forms).join(', ')}`);
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

const list = `  list: '${toWrite} facet.list',
  by: '${toWrite} the member that decides',
  is: { VALUE: 'good', OTHER: 'bad' },
  called: '{${toWrite} its name}',
  pass: pass('{label} ${toWrite} {good:some}'),
  fail: fail('{label} ${toWrite} {bad:some}'),
  none: pass('{label} has none'),
`;
const byTime = `  settings: { days: { type: 'integer', default: 90, min: 1, max: 3650, describe: '${toWrite} days' } },
  at: '${toWrite} facet.time',
  atMost: 'days',
  pass: pass('{label} ${toWrite} {days} days'),
  fail: fail('{label} ${toWrite} {days} days, more than {settings.days}'),
`;
const left = `  // without \`settings\`, \`atLeast\` and \`fail\`: that it has not passed
  settings: { days: { type: 'integer', default: 30, min: 1, max: 3650, describe: '${toWrite} days left' } },
  at: '${toWrite} facet.time',
  atLeast: 'days',
  pass: pass('{label} ${toWrite} in {days} days'),
  fail: fail('{label} ${toWrite} in {days} days; expected at least {settings.days}'),
  past: fail('{label} ${toWrite}'),
`;
const encrypted = `  // ${toWrite} once beside the type, for both checks of it: Encryption of src/judgements/encryption
  by: ${declared.name}Encryption,
`;
const policed = `  // ${toWrite} once beside the type, for all checks of it: ResourcePolicy of src/judgements/exposure/resource-policy.ts
  policy: ${declared.name}Policy,
`;

/** What stands in the table of a form: see docs/forms.md. What silence means is asked for by the compiler. */
const tables: Readonly<Record<string, string>> = {
  state: `  at: '${toWrite} facet.member',
  is: {
    true: pass('{label} ${toWrite} what is so'),
    false: fail('{label} ${toWrite} what is so; expected what'),
  },
`,
  each: list,
  some: list,
  number: `  settings: { most: { type: 'integer', default: 1, min: 1, max: 100, describe: '${toWrite} of what at most' } },
  at: '${toWrite} facet.member',
  atMost: 'most',
  pass: pass('{label} ${toWrite} {facet.member}'),
  fail: fail('{label} ${toWrite} {facet.member}, more than {settings.most}'),
`,
  age: byTime,
  daysLeft: left,
  notPublic: policed,
  trustedOnly: policed,
  encryptedAtRest: encrypted,
  customerKey: encrypted,
  noSecrets: `  in: '${toWrite} the facet that looked for secrets',
  place: '${toWrite} where, as in "holds in its tags"',
  expected: '${toWrite} where they belong',
`,
};

/** The form that the id speaks of. */
function formOf({ id }: Row): string {
  if (id.endsWith('-encrypted-cmk')) return 'customerKey';
  if (/-encrypted(-at-rest)?$/.test(id)) return 'encryptedAtRest';
  if (/-no-(plaintext-)?(secrets|credentials)$/.test(id)) return 'noSecrets';
  if (/-policy-(not-public|no-public-\w+)$/.test(id)) return 'notPublic';
  if (/-policy-(no-cross-account|trusted-principals)$/.test(id)) return 'trustedOnly';
  if (/-(not-)?expir/.test(id)) return 'daysLeft';
  if (/-(rotated|changed|used|within-max-days|age)\b/.test(id)) return 'age';
  if (/-(below|above|at-least|at-most|minimum|max|\d+)\b/.test(id)) return 'number';
  return 'state';
}

const form = wanted ?? formOf(row);
const byCode = form === 'code';
const words = /\bpass\(/.test(tables[form] ?? '') ? "import { fail, pass } from '../../src/engine/check.ts';\n" : '';
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
  : `${words}import { ${form} } from '${forms[form]}';
${from}

export default ${form}(${declared.name}, '${id}', {
${title}
${tables[form]}${text}});
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
