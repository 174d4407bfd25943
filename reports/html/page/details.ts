import { askedLines } from '../../../src/engine/asked-text.ts';
import type { Finding } from '../../../src/engine/finding.ts';
import type { CheckInfo } from '../../../src/engine/result.ts';
import { fixOf } from '../../../src/engine/fix.ts';
import { categoryNames, statusNames } from '../../words.ts';
import { consoleUrl } from './console.ts';
import { copyButton } from './copy.ts';
import { code, h, link } from './dom.ts';
import type { Report } from './report.ts';

type Shown = Omit<Finding, 'fingerprint' | 'aliases'>;

/** Everything about one finding: what was found and what it rests on, why it matters and how to fix it. */
export function details(report: Report, index: number): HTMLElement {
  const finding = report.findings.finding(index);
  const { check } = report.findings.groupOf(index);
  return h(
    'div',
    { class: 'details' },
    h('div', { class: 'facts' }, ...found(finding), identity(report, finding, index), evidence(finding)),
    h('div', { class: 'advice' }, ...advice(report, finding, check)),
  );
}

function found(finding: Shown): HTMLElement[] {
  const { unknown, suppression, observed } = finding;
  const parts = [section('What was found', h('p', { class: 'message' }, finding.message))];
  if (unknown !== undefined) {
    parts.push(
      section(
        'Why there is no verdict',
        h('p', {}, unknown.cause),
        unknown.actions.length > 0 &&
          h('p', {}, 'Missing permissions: ', ...unknown.actions.map((action) => h('code', { class: 'chip' }, action))),
      ),
    );
  }
  if (suppression !== undefined) {
    const { reason, owner, until, status } = suppression;
    const rows = { Reason: reason, Owner: owner, Until: until ?? 'no end', 'Without it': statusNames[status] };
    parts.push(section('Suppressed', list(Object.entries(rows).map(([name, value]) => [name, value]))));
  }
  if (observed !== undefined) {
    const text = JSON.stringify(observed, null, 2);
    parts.push(section('Observed', block(text, 'observed value')));
  }
  return parts;
}

function identity(report: Report, { account, region, resource }: Shown, index: number): HTMLElement {
  const tags = Object.entries(resource.tags);
  const fingerprint = report.findings.fingerprint(index);
  const console = consoleUrl(resource.arn);
  return section(
    'Resource',
    list([
      ['Name', h('span', {}, resource.name)],
      resource.id !== resource.name && ['ID', h('code', {}, resource.id)],
      ['ARN', h('code', {}, resource.arn), copyButton(resource.arn, 'ARN')],
      console !== undefined && [
        'Console',
        h('a', { href: console, rel: 'noopener noreferrer', target: '_blank' }, 'Open in the AWS console'),
      ],
      ['Type', resource.type],
      ['Where', `${account}, ${region}`],
      tags.length > 0 && [
        'Tags',
        h(
          'span',
          { class: 'chips' },
          ...tags.map(([key, value]) => h('span', { class: 'chip' }, h('b', {}, key), ' ', value)),
        ),
      ],
      ['Fingerprint', h('code', {}, fingerprint), copyButton(fingerprint, 'fingerprint')],
    ]),
  );
}

export function evidence({ evidence: rows, resource }: Pick<Shown, 'evidence' | 'resource'>): HTMLElement {
  return section(
    'Evidence',
    h(
      'table',
      { class: 'evidence' },
      h('thead', {}, h('tr', {}, ...['Read', 'Outcome', 'IAM actions'].map((name) => h('th', { scope: 'col' }, name)))),
      h(
        'tbody',
        {},
        ...rows.map((row) => {
          const { facet, outcome, code: answer, actions } = row;
          return h(
            'tr',
            {},
            h('td', {}, facet),
            h(
              'td',
              {},
              h('span', { class: `outcome ${outcome}` }, outcome),
              answer !== undefined && h('span', { class: 'muted' }, ` ${answer}`),
            ),
            h(
              'td',
              {},
              ...actions.map((action) => h('code', {}, action)),
              ...askedLines(row, resource).map((line) => h('div', { class: 'muted' }, line)),
            ),
          );
        }),
      ),
    ),
  );
}

function advice(report: Report, finding: Shown, check: CheckInfo): HTMLElement[] {
  const { risk, references, frameworks } = check;
  const partition = finding.resource.arn.split(':', 2)[1] || report.run.partition;
  const fix = fixOf(finding, check.fix, partition);
  const parts: HTMLElement[] = [];
  if (risk !== '') parts.push(section('Why it matters', h('p', {}, risk)));
  // Nothing is known to need fixing while it passes or could not be read.
  if (finding.status !== 'pass' && finding.status !== 'unknown' && fix.text !== '') {
    parts.push(
      section(
        'How to fix it',
        h('p', {}, fix.text),
        ...(fix.cli === undefined ? [] : [h('h4', {}, 'AWS CLI'), block(fix.cli, 'command')]),
        ...(fix.terraform === undefined ? [] : [h('h4', {}, 'Terraform'), block(fix.terraform, 'Terraform code')]),
      ),
    );
  }
  if (references.length > 0)
    parts.push(section('References', h('ul', { class: 'links' }, ...references.map((url) => h('li', {}, link(url))))));
  const about: Entry[] = [
    ['Check', h('code', {}, check.id)],
    ['Category', categoryNames[finding.category]],
  ];
  if (frameworks.length > 0)
    about.push([
      'Answers',
      h('span', { class: 'chips' }, ...frameworks.map((name) => h('span', { class: 'chip' }, name))),
    ]);
  parts.push(section('About the check', list(about)));
  return parts;
}

const section = (title: string, ...children: readonly (Node | string | false)[]): HTMLElement =>
  h('section', {}, h('h3', {}, title), ...children);

type Entry = readonly [name: string, ...values: (Node | string)[]];

const list = (entries: readonly (Entry | false)[]): HTMLElement =>
  h(
    'dl',
    {},
    ...entries
      .filter((entry) => entry !== false)
      .map(([name, ...values]) => h('div', {}, h('dt', {}, name), h('dd', {}, ...values))),
  );

/** Code with a button that copies it. Focusable, so that the keyboard can scroll it. */
const block = (text: string, what: string): HTMLElement =>
  h(
    'div',
    { class: 'block' },
    h('pre', { tabindex: 0, role: 'group', 'aria-label': what }, code(text)),
    copyButton(text, what),
  );
