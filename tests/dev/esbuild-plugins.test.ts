import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterEach, expect, it } from 'vitest';
import { rawText, shakeableSchemas, versionsOnly } from '../../src/dev/esbuild-plugins.ts';
import { root } from '../../src/stand-in/root.ts';
import { folder } from '../cli/run.ts';

let dir: ReturnType<typeof folder>;
afterEach(() => dir.remove());

async function bundle(
  files: Record<string, string>,
  plugins = [rawText(), shakeableSchemas(), versionsOnly()],
): Promise<string> {
  dir = folder(files);
  const result = await build({
    entryPoints: [join(dir.path, 'main.js')],
    bundle: true,
    write: false,
    format: 'esm',
    minifySyntax: true,
    platform: 'node',
    plugins,
    logLevel: 'silent',
  });
  return result.outputFiles[0]?.text ?? '';
}

/** What the text of a module exports. */
const imported = (text: string): Promise<unknown> => {
  writeFileSync(join(dir.path, 'made.mjs'), text);
  return import(`${join(dir.path, 'made.mjs')}?${text.length}`);
};

it('?raw gives the text of a file', async () => {
  expect(
    await bundle({ 'main.js': "import text from './a.yaml?raw'; console.log(text);", 'a.yaml': 'a: 1\n' }),
  ).toMatch(/["`]a: 1(\\n|\n)["`]/);
});

it('?raw gives a long text, which lies packed in the bundle', async () => {
  const long = 'Schlüssel: "`${x}`"\n'.repeat(1000);
  const text = await bundle({ 'main.js': "export { default as text } from './a.yaml?raw';", 'a.yaml': long });
  expect(text.length).toBeLessThan(1000);
  expect(((await imported(text)) as { text: string }).text).toBe(long);
});

it('of the package.json of a client of the SDK only the version', async () => {
  const text = await bundle({
    'main.js': "import info from './@aws-sdk/client-x/package.json'; console.log(info.version);",
    '@aws-sdk/client-x/package.json': '{ "name": "x", "version": "1.2.3", "description": "long" }',
  });
  expect(text).toContain('1.2.3');
  expect(text).not.toContain('long');
});

type Shape = readonly [number, string, string, ...unknown[]];
interface Registries {
  readonly errorTypeRegistries: readonly {
    readonly schemas: ReadonlyMap<string, Shape>;
    readonly exceptions: ReadonlyMap<Shape, (new (options: object) => Error) & { readonly shapeId: string }>;
  }[];
}

/** Query with codes of its own, errors of several members, errors on wires of JSON and of XML, and of an old client. */
it.each(['rds', 'ssm', 'cloudfront', 'config-service'])(
  'makes the errors of %s as the SDK has them',
  async (client) => {
    const file = join(root, `node_modules/@aws-sdk/client-${client}/dist-es/schemas/schemas_0.js`);
    const main = { 'main.js': `export { errorTypeRegistries } from '${file}';` };
    const [whole, small] = [await bundle(main, []), await bundle(main)];
    const told = async (text: string): Promise<unknown> =>
      ((await imported(text)) as Registries).errorTypeRegistries.map(({ schemas, exceptions }) =>
        [...schemas].map(([id, schema]) => {
          const made = exceptions.get(schema);
          const error = made === undefined ? undefined : new made({ message: 'no', $metadata: {} });
          const { name, message, $fault } = error as Error & { $fault: string };
          return {
            id,
            schema,
            shapeId: made?.shapeId,
            name,
            message,
            $fault,
            is: made !== undefined && error instanceof made,
          };
        }),
      );
    expect(await told(small)).toEqual(await told(whole));
    expect(small.length).toBeLessThan(whole.length / 2);
  },
);

it('drops the SDK schemas of operations that are not used, and keeps those that are', async () => {
  const schemas =
    'const _hE = "httpError";\nconst _n = "name";\nexport const Used = [1, { [_hE]: 404 }];\nexport const Unused = [2, { [_hE]: 500, [_n]: "x" }];\n';
  const text = await bundle({
    'main.js': "import { Used } from './schemas/schemas_0.js'; console.log(Used);",
    'schemas/schemas_0.js': schemas,
  });
  expect(text).toMatch(/\{\s*httpError: 404\s*\}/);
  expect(text).not.toContain('500');
});

it('leaves computed keys alone that are no constants', async () => {
  const schemas =
    'import { key } from "../key.js";\nconst _n = "name";\nexport const Used = { [key]: 1, [_other()]: 2 };\nfunction _other() { return _n; }\n';
  const text = await bundle({
    'main.js': "import { Used } from './schemas/schemas_0.js'; console.log(Used);",
    'key.js': 'export const key = globalThis.k;',
    'schemas/schemas_0.js': schemas,
  });
  expect(text).toMatch(/\[key\]: 1/);
});
