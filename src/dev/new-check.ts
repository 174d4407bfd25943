import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * `npm run new-check -- s3-bucket-tagged AWS::S3::Bucket`: writes a check and its test, both red until they say
 * something. The id's first word is the folder; the resource type must exist.
 */
const root = join(import.meta.dirname, '../..');
const [id = '', type = ''] = process.argv.slice(2);

const stop = (message: string): never => {
  console.error(message);
  process.exit(2);
};

interface Declared {
  readonly type: string;
  readonly name: string;
  readonly file: string;
}

/** The resource types that files under src/services declare. */
export function declaredTypes(): Declared[] {
  const dir = join(root, 'src/services');
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => {
      const text = readFileSync(join(dir, file), 'utf8');
      return [...text.matchAll(/^export const (\w+) = resource\(\w+, '([^']+)'/gm)].map(
        ([, name = '', found = '']) => ({ type: found, name, file }),
      );
    });
}

if (!/^[a-z][a-z0-9]*(-[a-z0-9]+){2,}$/.test(id))
  stop(
    'usage: npm run new-check -- <service>-<the-safe-state> <CloudFormation type>, e.g. s3-bucket-tagged AWS::S3::Bucket',
  );
const types = declaredTypes();
const found =
  types.find((t) => t.type === type) ??
  stop(`unknown resource type ${type}. Declared: ${[...new Set(types.map((t) => t.type))].sort().join(', ')}`);
const service = id.split('-', 1)[0] ?? '';
const checkFile = join(root, 'checks', service, `${id}.ts`);
const testFile = join(root, 'tests/checks', service, `${id}.test.ts`);
for (const file of [checkFile, testFile]) if (existsSync(file)) stop(`${file} exists already`);

const check = `import { defineCheck, fail, pass } from '../../src/engine/check.ts';
import { ${found.name} } from '../../src/services/${found.file}';

export default defineCheck({
  id: '${id}',
  title: 'State the safe state as a fact',
  severity: 'medium',
  category: 'security',
  resource: ${found.name},
  needs: [],
  risk: 'What can happen when this fails.',
  fix: { text: 'What to do.' },
  references: ['https://docs.aws.amazon.com/'],
  evaluate({ name }) {
    return name === '' ? pass(\`\${name} is safe\`) : fail(\`\${name} is not safe\`);
  },
});
`;
const test = `import check from '../../../checks/${service}/${id}.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

checkSuite(check, { id: 'example' } as never, [
  { when: 'the resource is safe', expect: 'pass' },
  { when: 'the resource is not safe', expect: 'fail' },
]);
`;
for (const [file, text] of [
  [checkFile, check],
  [testFile, test],
] as const) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(`written: ${file.slice(root.length + 1)}`);
}
console.log(`Now write both, then: npm run gen && npx vitest run ${testFile.slice(root.length + 1)}`);
