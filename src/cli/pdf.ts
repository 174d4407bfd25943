import { spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access, mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AuditError, messageOf } from '../program/errors.ts';
import { escapeText } from '../text/escape.ts';
import { placeWhole, writeWhole } from './output.ts';

/** What browsers that print like Chromium are called. */
const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
];

/** Where they are on systems that do not put programs on the PATH. */
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
  String.raw`C:\Program Files (x86)\Google\Chrome\Application\chrome.exe`,
  String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
];

/**
 * The browser that prints.
 * @param named by the user; otherwise the first that is found
 * @throws AuditError `usage` where there is none
 */
export async function findBrowser(
  named: string | undefined,
  places: readonly string[] = [...onPath(), ...elsewhere],
): Promise<string> {
  if (named !== undefined) {
    if (await isProgram(named)) return named;
    throw new AuditError('usage', `--browser: ${named} is no program that can be run`, {
      hint: 'Name the file of Chromium, Chrome or Edge, e.g. --browser /usr/bin/chromium.',
    });
  }
  for (const place of places) if (await isProgram(place)) return place;
  throw new AuditError('usage', '--format pdf needs Chromium, Chrome or Edge, and none was found', {
    hint: 'Name it with --browser PATH, install one, or write --format html and print it from a browser.',
  });
}

function onPath(): string[] {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, `${name}${suffix}`)));
}

const isProgram = (file: string): Promise<boolean> =>
  Promise.all([access(file, constants.X_OK), stat(file)]).then(
    ([, found]) => found.isFile(),
    () => false,
  );

/** The browser needs to know where it is and where to write, and nothing of AWS. */
const passedOn =
  /^(?:PATH|HOME|LANG|LANGUAGE|LC_\w+|TMPDIR|TEMP|TMP|XDG_\w+|FONTCONFIG_\w+|LD_LIBRARY_PATH|SYSTEMROOT|USERPROFILE|APPDATA|LOCALAPPDATA|PROGRAMFILES(?:\(X86\))?)$/i;

/** Longer than any report takes to print, ms. */
const patience = 10 * 60_000;

/**
 * Prints an HTML report to a PDF. Whatever the browser exits with, only a file that begins and ends as a PDF does counts.
 * @throws AuditError `output` saying what the browser said
 */
export async function printPdf(file: string, html: Iterable<string>, browser: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'audit-pdf-'));
  try {
    const [page, made] = [join(folder, 'report.html'), join(folder, 'report.pdf')];
    await writeWhole(page, html);
    const { ended, said } = await run(browser, [
      '--headless',
      '--disable-gpu',
      '--no-first-run',
      '--disable-extensions',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // The report's own policy lets it load nothing; root has no sandbox in Chromium.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${join(folder, 'profile')}`,
      '--no-pdf-header-footer',
      '--generate-pdf-document-outline',
      `--print-to-pdf=${made}`,
      pathToFileURL(page).href,
    ]);
    const fault = await faultOf(made);
    if (fault !== undefined)
      throw new AuditError('output', `${file}: the browser made no PDF: ${fault} (${browser} ${ended})`, {
        hint: `${said === '' ? '' : `It said: ${said}. `}Write --format html instead, and for very many findings --format csv.`,
      });
    await placeWhole(file, made);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 }).catch(() => {});
  }
}

/** How it ended, and the last line that it said. */
function run(browser: string, args: readonly string[]): Promise<{ ended: string; said: string }> {
  return new Promise((resolve, reject) => {
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => passedOn.test(name)));
    const child = spawn(browser, args, { env, stdio: ['ignore', 'ignore', 'pipe'], timeout: patience });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-2000)));
    child.on('error', (error) =>
      reject(new AuditError('output', `${browser}: cannot be run (${messageOf(error)})`, { cause: error })),
    );
    child.on('close', (code, signal) => {
      const lines = said.split('\n').filter((line) => line.trim() !== '');
      resolve({
        ended: signal === null ? `exited with ${code}` : `was ended by ${signal}`,
        said: escapeText(lines.at(-1) ?? ''),
      });
    });
  });
}

/** What is wrong with a file that should be a PDF. */
async function faultOf(made: string): Promise<string | undefined> {
  const found = await stat(made).catch(() => undefined);
  if (found === undefined) return 'there is no file';
  if (found.size === 0) return 'the file is empty';
  const handle = await open(made);
  try {
    const part = async (from: number): Promise<string> => {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(1024), 0, 1024, from);
      return buffer.subarray(0, bytesRead).toString('latin1');
    };
    if (!(await part(0)).startsWith('%PDF-')) return 'the file is none';
    return (await part(Math.max(0, found.size - 1024))).includes('%%EOF') ? undefined : 'the file is cut off';
  } finally {
    await handle.close();
  }
}
