import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { Plugin } from 'esbuild';

/** Texts from this many bytes on are packed; what is shorter would hardly get smaller. */
const worthPacking = 2048;

/** `import text from './file?raw'` gives the file's text, as Vite does. Long texts, which are data, lie packed in the bundle. */
export function rawText(): Plugin {
  return {
    name: 'raw-text',
    setup(build) {
      build.onResolve({ filter: /\?raw$/ }, (args) => ({
        path: resolve(dirname(args.importer), args.path.slice(0, -4)),
        namespace: 'raw',
      }));
      build.onLoad({ filter: /.*/, namespace: 'raw' }, async ({ path }) => {
        const bytes = await readFile(path);
        if (bytes.length < worthPacking) return { contents: bytes.toString('utf8'), loader: 'text' };
        const packed = deflateRawSync(bytes, { level: 9 }).toString('base64');
        return {
          contents: `import { inflateRawSync } from 'node:zlib';
export default inflateRawSync(Buffer.from('${packed}', 'base64')).toString('utf8');`,
          loader: 'js',
        };
      });
    },
  };
}

/** A service's class of an error is worked out from the error's schema, which says all that the SDK writes into it. */
const errorClasses = `
export function registerError(registry, schema, Base) {
  const [, , name, { error: $fault }] = schema;
  class ServiceError extends Base {
    name = name;
    $fault = $fault;
    constructor(options) {
      super({ name, $fault, ...options });
      Object.setPrototypeOf(this, ServiceError.prototype);
    }
  }
  registry.registerError(schema, ServiceError);
}
export function registerErrors(registry, Base, namespace, $fault, member, rows) {
  for (const row of rows.split(' ')) {
    const [name, status, code, codeStatus] = row.split(',');
    const traits = code ? { awsQueryError: [code, Number(codeStatus)], error: $fault } : { error: $fault };
    if (status) traits.httpError = Number(status);
    registerError(registry, [-3, namespace, name, traits, [member], [0]], Base);
  }
}`;

/**
 * The SDK describes shapes in objects with computed keys (`{ [_hE]: 404 }`), which keep every shape of a service alive
 * in a bundle. With the constants written in, those of unused operations are dropped: half the size. Each of the errors,
 * which all stay, has a class of its own beside its schema; a function makes it of that, in a tenth of the room.
 */
export function shakeableSchemas(): Plugin {
  return {
    name: 'shakeable-schemas',
    setup(build) {
      build.onResolve({ filter: /^sdk-error-classes$/ }, ({ path }) => ({ path, namespace: 'sdk-error-classes' }));
      build.onLoad({ filter: /.*/, namespace: 'sdk-error-classes' }, () => ({ contents: errorClasses, loader: 'js' }));
      build.onLoad({ filter: /[\\/]schemas[\\/]schemas_\d+\.js$/ }, async ({ path }) => ({
        contents: shakeable(await readFile(path, 'utf8')),
        loader: 'js',
      }));
    },
  };
}

function shakeable(text: string): string {
  const names = new Map(
    [...text.matchAll(/^const (_\w+) = ("[^"\n]*");$/gm)].map(([, name = '', value = '']) => [name, value]),
  );
  const uses = new Map<string, number>();
  for (const [name] of text.matchAll(/\b_\w+/g)) uses.set(name, (uses.get(name) ?? 0) + 1);
  const written = text
    .replaceAll(/\[(_\w+)\]:/g, (whole, name: string) => (names.has(name) ? `${names.get(name)}:` : whole))
    // A name for what is said once, beside where it is declared, only takes room.
    .replaceAll(/(?<=[[(,] ?|: )_\w+(?=[\],)])/g, (name) => (uses.get(name) === 2 ? (names.get(name) ?? name) : name));
  return withoutErrorClasses(written, (name) => names.get(name) ?? name);
}

/** How the SDK writes down an error that tells a message alone, which most do; see `registerErrors` above. */
const plainError =
  /^export var (\w+\$) = \[-3, n0, (\w+|"[^"]*"),\s*\{ (?:"awsQueryError": \[`([^`]*)`, (\d+)\], )?"error": (\w+|"[^"]*")(?:, "httpError": (\d+))? \},\s*\[(\w+|"[^"]*")\],\s*\[0\]\s*\];\nn0_registry\.registerError\(\1, (\w+)\);\n/gm;

function withoutErrorClasses(text: string, valueOf: (name: string) => string): string {
  const [, base] = /^import \{ (\w+) \} from "\.\.\/models\/\w+ServiceException";$/m.exec(text) ?? [];
  const [all, listed] = /^import \{([^}]+)\} from "\.\.\/models\/errors";$/m.exec(text) ?? [];
  if (base === undefined || all === undefined || listed === undefined) return text;
  const classes = new Set(listed.split(',').map((name) => name.trim()));
  const uses = new Map<string, number>();
  for (const [name] of text.matchAll(/\b\w+\$/g)) uses.set(name, (uses.get(name) ?? 0) + 1);
  const plain = text.replaceAll(
    plainError,
    (
      whole,
      schema: string,
      name: string,
      code: string | undefined,
      codeStatus,
      fault: string,
      status,
      member: string,
      of: string,
    ) => {
      if (uses.get(schema) !== 2 || !classes.delete(of)) return whole;
      const row = [JSON.parse(valueOf(name)), status ?? '', ...(code === undefined ? [] : [code, codeStatus])].join(
        ',',
      );
      return `registerErrors(n0_registry, ${base}, n0, ${valueOf(fault)}, ${valueOf(member)}, "${row}");\n`;
    },
  );
  const joined = plain.replaceAll(
    /^(registerErrors\(.*, ")[^"]*"\);\n(?:\1[^"]*"\);\n)+/gm,
    (lines, head: string) => `${head}${[...lines.matchAll(/"([^"]*)"\);$/gm)].map(([, row]) => row).join(' ')}");\n`,
  );
  const made = joined.replaceAll(
    /^(\w+)\.registerError\((\w+\$?), (\w+)\);$/gm,
    (whole, registry: string, schema: string, of: string) =>
      classes.delete(of) ? `registerError(${registry}, ${schema}, ${base});` : whole,
  );
  // One that is not registered as the others are is left as it is.
  const left = classes.size > 0 ? `\n${all}` : '';
  return made.replace(all, `import { registerError, registerErrors } from "sdk-error-classes";${left}`);
}

/** Of package.json, the program's own and those of the SDK's clients, the version alone is wanted. */
export function versionsOnly(): Plugin {
  return {
    name: 'versions-only',
    setup(build) {
      build.onLoad({ filter: /(?:^|[\\/])package\.json$/ }, async ({ path }) => {
        const { version } = JSON.parse(await readFile(path, 'utf8')) as { readonly version: string };
        return { contents: JSON.stringify({ version }), loader: 'json' };
      });
    },
  };
}

/** The SDK's core holds its browser's half, which loads a reader of what browsers call themselves. No part of this runs in one. */
export function withoutBrowserNames(): Plugin {
  return {
    name: 'without-browser-names',
    setup(build) {
      build.onResolve({ filter: /^bowser$/ }, () => ({ path: 'bowser', namespace: 'empty' }));
    },
  };
}

/** What BullMQ does in Redis for those who put accounts in and those who take them: the scripts of its other halves stay out. */
const queueScripts = [
  'addStandardJob',
  'extendLocks',
  'getCounts',
  'moveJobFromActiveToWait',
  'moveStalledJobsToWait',
  'moveToActive',
  'moveToDelayed',
  'moveToFinished',
  'releaseLock',
  'retryJob',
  'saveStacktrace',
];

/**
 * BullMQ has queues in PostgreSQL, schedules, and clients of other makers beside what is used here, and its scripts come with
 * explanations: three quarters of it. What nobody asks for is empty, and would say so with a `TypeError`.
 */
export function withoutUnusedQueues(): Plugin {
  const bullmq = /[\\/]bullmq[\\/]dist[\\/]esm[\\/]/;
  const unused =
    /(?:^\.\/(?:postgres|(?:node-redis|bun-redis|valkey-glide)-client|redis-relay-backend|relay)|^cron-parser|^msgpackr-extract)$/;
  return {
    name: 'without-unused-queues',
    setup(build) {
      build.onResolve({ filter: unused }, ({ path, importer }) =>
        bullmq.test(importer) || path === 'msgpackr-extract' ? { path, namespace: 'nothing' } : undefined,
      );
      build.onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: 'module.exports = {};', loader: 'js' }));
      build.onLoad({ filter: /[\\/]bullmq[\\/]dist[\\/]esm[\\/]scripts[\\/][\w-]+\.js$/ }, async ({ path }) => {
        const text = await readFile(path, 'utf8');
        if (!path.endsWith('index.js')) return { contents: withoutLuaComments(text), loader: 'js' };
        const lines = text.split('\n').filter((line) => queueScripts.includes(/\.\/(\w+)-\d+'/.exec(line)?.[1] ?? ''));
        return { contents: lines.join('\n'), loader: 'js' };
      });
    },
  };
}

/** Only lines that are nothing else: no text of the scripts begins a line with dashes. */
const withoutLuaComments = (text: string): string =>
  text
    .replaceAll(/^[ \t]*--\[\[[\s\S]*?\]\]/gm, '')
    .replace(/^const content = `--\[\[[\s\S]*?\]\]/, 'const content = `')
    .replaceAll(/^[ \t]*--.*$/gm, '')
    .replaceAll(/^[ \t]+/gm, '')
    .replaceAll(/\n{2,}/g, '\n');

/** What measures texts for yargs makes an `Intl.Segmenter` when it is loaded: 8 ms, which most commands never need. */
export function lateSegmenter(): Plugin {
  return {
    name: 'late-segmenter',
    setup(build) {
      build.onLoad({ filter: /[\\/]string-width[\\/]index\.js$/ }, async ({ path }) => {
        const text = await readFile(path, 'utf8');
        const contents = text
          .replace(/^const segmenter = new Intl\.Segmenter\(\);$/m, 'let segmenter;')
          .replaceAll('segmenter.segment(', '(segmenter ??= new Intl.Segmenter()).segment(');
        return { contents, loader: 'js' };
      });
    },
  };
}

/**
 * secretlint's rule for Google's key files loads a library of cryptography (a tenth of the program) to open them from
 * disk. That rule is not used (see `src/secrets/library.ts`), so the library stays out.
 */
export function withoutUnusedRules(): Plugin {
  return {
    name: 'without-unused-rules',
    setup(build) {
      build.onResolve({ filter: /^\.\/index-[\w-]+\.js$/ }, ({ kind, importer }) =>
        kind === 'dynamic-import' && importer.includes('secretlint-rule-preset-recommend')
          ? { path: 'unused-rule', namespace: 'empty' }
          : undefined,
      );
      build.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'export {};', loader: 'js' }));
    },
  };
}
