import { counted, thousands } from '../../../text.ts';
import { statusNames } from '../../../words.ts';
import { h } from '../dom.ts';
import type { Report } from '../report.ts';
import { table } from '../tables.ts';

/** Findings listed of one suppression; the others are counted and a link away. */
const shownFindings = 50;

interface Applied {
  readonly reason: string;
  readonly owner: string;
  readonly until: string;
  readonly status: string;
  readonly findings: number[];
}

/** The numbers of all suppressed findings. */
export function suppressedFindings({ findings }: Report): number[] {
  const found: number[] = [];
  for (let index = 0; index < findings.size; index += 1) if (findings.status(index) === 'suppressed') found.push(index);
  return found;
}

/** Accepted risks: which suppressions hide what, who answers for them, until when, and which have no effect. */
export function risksPage(report: Report): HTMLElement {
  const applied = appliedOf(report);
  const count = applied.reduce((sum, { findings }) => sum + findings.length, 0);
  return h(
    'div',
    { class: 'page' },
    h('h2', {}, 'Accepted risks'),
    h(
      'p',
      { class: 'lead' },
      count === 0
        ? 'No finding of this run is suppressed.'
        : `${counted(count, 'finding')} of this run ${count === 1 ? 'is' : 'are'} accepted by a suppression and not counted as failed.`,
    ),
    applied.length > 0 &&
      h(
        'section',
        {},
        h('h3', {}, 'In effect', h('span', { class: 'badge' }, thousands(applied.length))),
        table('Suppressions in effect', applied, [
          { name: 'Reason', cell: ({ reason }) => reason },
          { name: 'Owner', cell: ({ owner }) => owner },
          { name: 'Until', cell: ({ until }) => h('span', { class: 'together' }, until) },
          { name: 'Otherwise', cell: ({ status }) => status },
          { name: 'Findings', cell: ({ findings }) => findingLinks(report, findings) },
        ]),
      ),
    attestations(report),
    report.suppressions.length > 0 &&
      h(
        'section',
        {},
        h('h3', {}, 'Without effect', h('span', { class: 'badge' }, thousands(report.suppressions.length))),
        h(
          'p',
          { class: 'muted' },
          'Renew or delete them: an expired suppression hides nothing any more, an unused one matched no finding.',
        ),
        table('Suppressions without effect', report.suppressions, [
          { name: 'State', cell: ({ kind }) => h('span', { class: `outcome ${kind}` }, kind) },
          { name: 'Selects', cell: ({ selector }) => h('code', {}, selector) },
          { name: 'Reason', cell: ({ reason }) => reason },
          { name: 'Owner', cell: ({ owner }) => owner },
          { name: 'Until', cell: ({ until }) => h('span', { class: 'together' }, until ?? 'no end') },
        ]),
      ),
  );
}

/** What persons vouch for, in the frameworks of this report. */
function attestations({ compliance }: Report): HTMLElement | false {
  const rows = compliance.flatMap(({ framework, requirements }) =>
    requirements.flatMap(({ id, number = id, attestation }) =>
      attestation === undefined ? [] : [{ framework, number, ...attestation }],
    ),
  );
  return (
    rows.length > 0 &&
    h(
      'section',
      {},
      h('h3', {}, 'Attested by persons', h('span', { class: 'badge' }, thousands(rows.length))),
      table('Attestations', rows, [
        { name: 'Attested requirement', cell: ({ framework, number }) => `${framework.name} ${number}` },
        { name: 'Statement', cell: ({ statement }) => statement },
        { name: 'Who', cell: ({ who }) => who },
        { name: 'When', cell: ({ when }) => h('span', { class: 'together' }, when) },
        { name: 'Valid until', cell: ({ validUntil }) => h('span', { class: 'together' }, validUntil) },
        {
          name: 'Evidence',
          cell: ({ evidence }) =>
            evidence === undefined ? '' : [evidence.file, h('div', {}, h('code', {}, evidence.sha256))],
        },
      ]),
    )
  );
}

function appliedOf(report: Report): Applied[] {
  const applied = new Map<string, Applied>();
  for (const index of suppressedFindings(report)) {
    const { suppression } = report.findings.finding(index);
    if (suppression === undefined) continue;
    const key = JSON.stringify(suppression);
    const { reason, owner, until = 'no end', status } = suppression;
    const entry = applied.get(key);
    if (entry === undefined) applied.set(key, { reason, owner, until, status: statusNames[status], findings: [index] });
    else entry.findings.push(index);
  }
  return [...applied.values()];
}

function findingLinks({ findings }: Report, numbers: readonly number[]): HTMLElement {
  const rest = numbers.length - shownFindings;
  return h(
    'ul',
    { class: 'links' },
    ...numbers.slice(0, shownFindings).map((index) => {
      const { check } = findings.groupOf(index);
      return h(
        'li',
        {},
        h('a', { href: `#findings?status=suppressed&open=${index}` }, findings.name(index)),
        h('span', { class: 'muted' }, ` ${check.title}`),
      );
    }),
    rest > 0 && h('li', {}, h('a', { href: '#findings?status=suppressed' }, `and ${thousands(rest)} more`)),
  );
}
