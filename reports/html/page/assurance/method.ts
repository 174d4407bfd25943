import { copyButton } from '../copy.ts';
import { code, h } from '../dom.ts';
import type { Report } from '../report.ts';

/** How it was read and judged, how to do it again, and how to tell whether a file was changed. */
export function methodPage(report: Report): HTMLElement {
  const { run, compliance } = report;
  const frameworks = (compliance.length > 0 ? compliance.map(({ framework }) => framework.key) : ['KEY'])
    .map((key) => `--framework ${key}`)
    .join(' ');
  return h(
    'div',
    { class: 'page method' },
    h('h2', {}, 'How it was read, and how to repeat it'),
    h(
      'p',
      { class: 'lead' },
      'The program asked AWS through its own APIs, only with operations that read, and kept what was answered. Checks are functions of that alone: the same answers, version, settings and date give the same findings, byte for byte.',
    ),
    steps([
      ['Print the least rights that it needs', 'audit policy > audit-policy.json'],
      [
        'Read the account again and keep what was answered',
        `audit ${frameworks} --save account.ndjson.gz --format html --output report.html`,
      ],
      [
        'Judge what was kept, without credentials: every report again',
        `audit report account.ndjson.gz ${frameworks} --format html --output again.html`,
      ],
      ['See how one finding came about', 'audit explain FINGERPRINT result.json'],
      ['Tell whether a file was changed', `audit verify report.html --sha256 HASH`],
    ]),
    h(
      'section',
      {},
      h('h3', {}, 'What the hashes say'),
      h(
        'p',
        {},
        'The data of this report stands in the file with its SHA-256; the browser computes it again when the file is opened, and ',
        h('code', {}, 'audit verify'),
        ' does so too. Frameworks are told with the SHA-256 of their requirements and checks',
        run.selection?.snapshot === undefined ? '.' : ', the snapshot with that of its file.',
        ' A hash shows that something was changed, not who wrote it: whoever changes the data can write a new hash. Keep the hash of the file apart from it, or sign it.',
      ),
    ),
    h(
      'section',
      {},
      h('h3', {}, 'What the program does not say'),
      h(
        'p',
        {},
        'It judges the configuration that AWS tells. It does not see what happens inside machines and applications, nor that a process is lived. Requirements that need a person are manual until somebody attests them; those without a check are not covered. Nothing that could not be read counts as passed.',
      ),
    ),
  );
}

const steps = (all: readonly (readonly [words: string, command: string])[]): HTMLElement =>
  h(
    'ol',
    { class: 'commands' },
    ...all.map(([words, command]) =>
      h(
        'li',
        {},
        words,
        h(
          'div',
          { class: 'block' },
          h('pre', { tabindex: 0, role: 'group', 'aria-label': words }, code(command)),
          copyButton(command, 'command'),
        ),
      ),
    ),
  );
