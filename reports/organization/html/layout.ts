import { createHash } from 'node:crypto';
import type { Severity } from '../../../src/engine/check.ts';
import type { Colour } from '../../../src/engine/finding.ts';
// oxlint-disable-next-line import/default -- the bundle plug-ins make the text the default export
import script from '../../html/page/organization.ts?bundle';
import style from '../../html/page/organization.css?bundle';
import { counted, escapeText, thousands } from '../../text.ts';

/** HTML that is made already. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Value = string | number | Html | undefined | readonly Html[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const textOf = (value: Value): string => {
  if (value === undefined) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'number') return thousands(value);
  if (typeof value === 'string') return escapeText(value).replaceAll(/[&<>"']/g, (found) => entities[found] ?? '');
  return value.map(({ text }) => text).join('');
};

/** Markup of this program around values, each of which is text unless it is markup already. */
export const html = (parts: TemplateStringsArray, ...values: readonly Value[]): Html =>
  new Html(parts.map((part, at) => part + textOf(values[at])).join(''));

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Nothing may be asked for, and nothing runs but the script and the style that each page holds. */
const policy = [
  "default-src 'none'",
  `script-src ${hash(script)}`,
  `style-src ${hash(style)}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

export interface Page {
  readonly title: string;
  /** Pages above it, the first of all first. */
  readonly above: readonly { readonly href: string; readonly text: string }[];
  readonly body: Html;
  readonly foot: string;
}

export const pageOf = ({ title, above, body, foot }: Page): string =>
  `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="aws-posture-audit">
${html`<title>${title}</title>`.text}
<style>${style}</style>
</head>
<body>
<a class="skip" href="#main">To the content</a>
<header><div>${
    above.length === 0
      ? ''
      : html`<nav aria-label="Above this page">
          ${above.map(({ href, text }, at) => html`${at === 0 ? '' : ' / '}<a href="${href}">${text}</a>`)}
        </nav>`.text
  }${html`<h1>${title}</h1>`.text}</div></header>
<main id="main">
${body.text}
</main>
<footer class="muted">${html`${foot}`.text}</footer>
<script>${script}</script>
</body>
</html>
`;

interface Column {
  readonly title: string;
  /** Of numbers. */
  readonly right?: boolean;
}

export const left = (title: string): Column => ({ title });
export const right = (title: string): Column => ({ title, right: true });

/** A table that scrolls where it has no room. The first cell of a row says what the row is about. */
export function tableOf(
  name: string,
  columns: readonly Column[],
  rows: readonly (readonly Value[])[],
  { id, kind = '' }: { readonly id?: string; readonly kind?: string } = {},
): Html {
  const head = columns.map(
    ({ title, right: number }) => html`<th scope="col" ${number === true ? new Html(' class="n"') : ''}>${title}</th>`,
  );
  const body = rows.map((row) => {
    const cells = row.map((value, at) =>
      at === 0
        ? html`<th scope="row">${value}</th>`
        : html`<td${columns[at]?.right === true ? new Html(' class="n"') : ''}>${value}</td>`,
    );
    return html`<tr>
      ${cells}
    </tr> `;
  });
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${name}"><table${
    id === undefined ? '' : new Html(` id="${id}"`)
  }${kind === '' ? '' : new Html(` class="${kind}"`)}><thead><tr>${head}</tr></thead>
<tbody>
${body}</tbody></table></div>
`;
}

export const pill = (colour: Colour, text: string): Html => html`<span class="pill ${colour}">${text}</span>`;

/** What is cut is said. */
export const leftOut = (all: number, shown: number, noun: string, where: string): Html =>
  all <= shown
    ? html``
    : html`<p class="muted">${shown} of ${counted(all, noun)} are shown, the worst first: ${where}</p> `;

export const severityColour = (severity: Severity | undefined): Colour =>
  severity === undefined
    ? 'green'
    : severity === 'critical' || severity === 'high'
      ? 'red'
      : severity === 'informational'
        ? 'grey'
        : 'yellow';
