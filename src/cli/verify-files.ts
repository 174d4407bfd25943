import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { builtInKeys, frameworkByKey } from '../compliance/load.ts';
import { frameworkHash } from '../compliance/hold.ts';
import type { RunInfo } from '../engine/result.ts';
import { listAt, objectAt, textAt, WrongShape } from '../inventory/shape.ts';
import { readSnapshot } from '../inventory/snapshot.ts';
import { AuditError, messageOf } from '../program/errors.ts';
import { toJson } from '../text/escape.ts';
import { countsOff } from './counts.ts';
import { isSnapshot } from './either-file.ts';
import { jsonIn, readText } from './json-file.ts';
import { writeStdout } from './output.ts';
import { readReport } from './report-file.ts';

type Kind = 'snapshot' | 'result' | 'html' | 'pdf';

/** What was found out about one file, or about two of them together. */
interface Statement {
  /** `changed`: something is not what its hash says, or does not belong; `told`: nothing that could be compared. */
  readonly state: 'ok' | 'changed' | 'told';
  readonly text: string;
}

interface Verified {
  readonly file: string;
  readonly kind: Kind;
  /** Of the file's bytes. */
  readonly sha256: string;
  readonly statements: Statement[];
  readonly run?: Pick<RunInfo, 'id' | 'account' | 'selection'>;
}

const kindNames: Readonly<Record<Kind, string>> = {
  snapshot: 'snapshot',
  result: 'result (JSON)',
  html: 'HTML report',
  pdf: 'PDF',
};

/** @returns the exit code: 1 where something was changed or does not belong together @throws AuditError for what is no file of ours */
export async function verify(
  files: readonly string[],
  hashes: readonly string[],
  format: 'table' | 'json',
): Promise<number> {
  const all: Verified[] = [];
  for (const file of files) all.push(await one(file));
  together(all);
  for (const hash of hashes.map((each) => each.toLowerCase())) {
    const found = all.find(({ sha256 }) => sha256 === hash);
    if (found !== undefined) found.statements.push({ state: 'ok', text: 'has the SHA-256 that was named' });
    else all[0]?.statements.push({ state: 'changed', text: missing(hash, all) });
  }
  const changed = all.some(({ statements }) => statements.some(({ state }) => state === 'changed'));
  await writeStdout(format === 'json' ? [`${toJson(all, 2)}\n`] : shown(all, changed));
  return changed ? 1 : 0;
}

const missing = (hash: string, { length }: readonly Verified[]): string =>
  length === 1
    ? `does not have the SHA-256 that was named: ${hash}`
    : `neither this nor another of the files has the SHA-256 ${hash}`;

function* shown(all: readonly Verified[], changed: boolean): Generator<string> {
  for (const { file, kind, sha256, statements } of all) {
    yield `${file}: ${kindNames[kind]}\n  SHA-256 ${sha256}\n`;
    for (const { state, text } of statements)
      yield `  ${state === 'ok' ? 'ok      ' : state === 'changed' ? 'CHANGED ' : 'note    '} ${text}\n`;
  }
  yield changed
    ? '\nSomething was changed, or does not belong together.\n'
    : '\nNothing was found to be changed. A hash shows change, not who wrote a file: compare it with one that was kept elsewhere.\n';
}

async function one(file: string): Promise<Verified> {
  const sha256 = await hashOfFile(file);
  if (await isSnapshot(file)) {
    // Reading it compares its lines with the hash at its end.
    const { header } = await readSnapshot(file);
    const text = `the snapshot of account ${header.account} is what the hash at its end says`;
    return { file, kind: 'snapshot', sha256, statements: [{ state: 'ok', text }] };
  }
  const beginning = await beginningOf(file);
  if (beginning.startsWith('%PDF-')) return { file, kind: 'pdf', sha256, statements: [pdfStatement()] };
  if (/^\s*<!doctype html>/i.test(beginning)) return { file, sha256, ...html(await readText(file), file) };
  return { file, sha256, ...(await result(file)) };
}

const pdfStatement = (): Statement => ({
  state: 'told',
  text: 'a PDF holds no hash of its own: name the one that was kept with --sha256. The cover has that of the data it was made of',
});

async function hashOfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    // It is read more than once.
    if (!(await stat(file)).isFile()) throw new Error('it is no regular file');
    for await (const piece of createReadStream(file)) hash.update(piece as Buffer);
  } catch (error) {
    throw new AuditError('usage', `${file}: cannot be read (${messageOf(error)})`, { cause: error });
  }
  return hash.digest('hex');
}

async function beginningOf(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0);
    return buffer.subarray(0, bytesRead).toString('latin1');
  } finally {
    await handle.close();
  }
}

const opening = '<script type="application/json" id="data">';

/** The data, the hash beside it, and the script and the style, whose hashes stand in the page's policy. */
function html(text: string, file: string): Omit<Verified, 'file' | 'sha256'> {
  const from = text.indexOf(opening);
  const end = text.indexOf('</script>', from);
  const [, told] =
    /<script type="application\/json" id="sha256">"([0-9a-f]{64})"<\/script>/.exec(text.slice(end)) ?? [];
  if (from === -1 || end === -1 || told === undefined)
    throw new AuditError('usage', `${file}: is no HTML report with a hash of its data`, {
      hint: 'Name a report that `audit --format html` of this version wrote.',
    });
  const data = text.slice(from + opening.length, end);
  const isSame = createHash('sha256').update(data).digest('hex') === told;
  const statements: Statement[] = [
    isSame
      ? { state: 'ok', text: `its data is what the hash beside it says: ${told}` }
      : { state: 'changed', text: `its data is not what the hash beside it says: ${told}` },
    ...partStatements(text.slice(0, from) + text.slice(end)),
  ];
  return { kind: 'html', statements, run: runOf(objectAt(jsonIn(data, file), 'the data'), file) };
}

/** The page lets no other script and style act than those that its policy names. */
function partStatements(page: string): Statement[] {
  const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
  const parts = {
    script: /<script>([^]*?)<\/script>/.exec(page)?.[1],
    style: /<style>([^]*?)<\/style>/.exec(page)?.[1],
  };
  return Object.entries(parts).map(([name, text = '']) => {
    const hash = createHash('sha256').update(text).digest('base64');
    return policy.includes(`${name}-src 'sha256-${hash}'`)
      ? { state: 'ok', text: `its ${name} is what its policy allows` }
      : { state: 'changed', text: `its ${name} is not what its policy allows` };
  });
}

/** As many counts as are named of a result whose findings give others. */
const mostOff = 5;

async function result(file: string): Promise<Omit<Verified, 'file' | 'sha256'>> {
  const { whole, findings } = await readReport(file, true);
  if (whole === undefined)
    throw new AuditError('usage', `${file}: is NDJSON, which holds no whole result`, {
      hint: 'Name a result that `audit --format json` wrote, a snapshot, an HTML report or a PDF.',
    });
  try {
    objectAt(whole['summary'], 'summary');
    const off = [...countsOff(whole, findings)];
    const statements: Statement[] =
      off.length === 0
        ? [{ state: 'ok', text: `its ${findings.length} findings are as many as its summary counts` }]
        : off.slice(0, mostOff).map(({ path, expected }) => ({ state: 'changed', text: `${path} is not ${expected}` }));
    if (off.length > mostOff)
      statements.push({ state: 'changed', text: `and ${off.length - mostOff} more of its counts are not either` });
    if (whole['compliance'] !== undefined)
      for (const [at, each] of listAt(whole['compliance'], 'compliance').entries())
        statements.push(
          ...(await frameworkStatement(
            objectAt(each, `compliance[${at}]`)['framework'],
            `compliance[${at}].framework`,
          )),
        );
    return { kind: 'result', statements, run: runOf(whole, file) };
  } catch (error) {
    if (!(error instanceof WrongShape)) throw error;
    throw new AuditError('usage', `${file}: is not a whole result: ${error.message}`, { cause: error });
  }
}

/** Whether a framework is as this version has it. That another version had another one is no change of the file. */
async function frameworkStatement(given: unknown, path: string): Promise<Statement[]> {
  const framework = objectAt(given, path);
  const [key, hash] = [textAt(framework['key'], `${path}.key`), textAt(framework['hash'], `${path}.hash`)];
  if (!builtInKeys.includes(key))
    return [{ state: 'told', text: `framework ${key} is none of this program: SHA-256 ${hash}` }];
  return [
    frameworkHash(await frameworkByKey(key)) === hash
      ? { state: 'ok', text: `framework ${key} is as this version has it: ${hash}` }
      : { state: 'told', text: `framework ${key} is not as this version has it: ${hash}` },
  ];
}

function runOf(whole: Readonly<Record<string, unknown>>, file: string): RunInfo {
  try {
    const run = objectAt(whole['run'], 'run');
    for (const name of ['id', 'account']) textAt(run[name], `run.${name}`);
    if (run['selection'] !== undefined) objectAt(run['selection'], 'run.selection');
    return run as unknown as RunInfo;
  } catch (error) {
    if (!(error instanceof WrongShape)) throw error;
    throw new AuditError('usage', `${file}: is not a whole result: ${error.message}`, { cause: error });
  }
}

/** Which result was judged from which snapshot. */
function together(all: readonly Verified[]): void {
  const snapshots = all.filter(({ kind }) => kind === 'snapshot');
  for (const { run, statements } of all) {
    if (run === undefined) continue;
    const from = run.selection?.snapshot;
    const own = snapshots.find(({ sha256 }) => sha256 === from);
    if (own !== undefined) statements.push({ state: 'ok', text: `was judged from ${own.file}` });
    else if (from !== undefined)
      statements.push({
        state: snapshots.length > 0 ? 'changed' : 'told',
        text: `was judged from a snapshot${snapshots.length > 0 ? ' that is none of these' : ''}, SHA-256 ${from}`,
      });
    else if (snapshots.length > 0)
      statements.push({
        state: 'told',
        text: 'does not say from which snapshot it was judged: it was judged while the account was read',
      });
  }
}
