import { createHash } from 'node:crypto';
import type { AnyResult } from '../../src/engine/result.ts';
import type { Reporter, ReportOptions } from '../../src/engine/reporter.ts';
import { utc } from '../words.ts';
import { toJson } from '../text.ts';
import { pack } from './pack.ts';
// oxlint-disable-next-line import/default -- the bundle plug-ins make the text the default export
import script from './page/main.ts?bundle';
import style from './page/page.css?bundle';

/**
 * One page that needs nothing else: no network, no other file. Its policy forbids every request and every script and
 * style but the two it contains; the data is JSON that the script shows as text.
 */
export const html: Reporter = {
  name: 'html',
  extension: 'html',
  *render(result, { elsewhere }) {
    const hash = createHash('sha256');
    yield head(result);
    for (const chunk of data(result, elsewhere)) {
      hash.update(chunk);
      yield chunk;
    }
    yield `</script>\n<script type="application/json" id="sha256">"${hash.digest('hex')}"</script>\n`;
    yield `<script>${script}</script>\n</body>\n</html>\n`;
  },
};

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const policy = (styles: string): string =>
  [
    "default-src 'none'",
    `script-src ${hash(script)}`,
    `style-src ${hash(styles)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

/** What stands on every page of paper: whose account as of when, and the page's number. The cover has it not. */
const pageRule = ({ account, startedAt }: AnyResult['run']): string =>
  `@page{@bottom-left{content:${cssText(`AWS account ${account} · ${utc(startedAt)}`)}}@bottom-right{content:"Page " counter(page) " of " counter(pages)}}@page :first{@bottom-left{content:""}@bottom-right{content:""}}`;

/** A string of CSS in which nothing can end the string, the rule or the element. */
const cssText = (text: string): string =>
  `"${text.replaceAll(/[^\w .:-]/gu, (c) => `\\${(c.codePointAt(0) ?? 0).toString(16)} `)}"`;

function head({ run }: AnyResult): string {
  const styles = style + pageRule(run);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(styles)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="aws-posture-audit">
<title>AWS posture of ${escaped(run.account)}</title>
<style>${styles}</style>
</head>
<body>
<noscript><p class="noscript">This report draws itself with a script that is part of this file and loads nothing. Please allow scripts for it.</p></noscript>
<div id="app"></div>
<script type="application/json" id="data">`;
}

const escaped = (text: string): string => text.replaceAll(/[^\w .-]/g, (c) => `&#${c.codePointAt(0) ?? 0};`);

/** Elements of long lists written at a time; those of `args` are long themselves. */
const slice = { usual: 2000, args: 4 };

/** The packed result as JSON in which nothing can end the element it stands in. */
function* data(result: AnyResult, elsewhere: ReportOptions['elsewhere']): Generator<string> {
  let opening = '{';
  for (const [field, value] of Object.entries(pack(result, elsewhere)) as [string, unknown][]) {
    yield `${opening}"${field}":`;
    yield* part(value);
    opening = ',\n';
  }
  yield '}';
}

function* part(value: unknown): Generator<string> {
  if (Array.isArray(value)) yield* list(value, slice.usual);
  else if (isColumns(value)) {
    let opening = '{';
    for (const [field, column] of Object.entries(value)) {
      yield `${opening}"${field}":`;
      yield* list(column, field === 'args' ? slice.args : slice.usual);
      opening = ',\n';
    }
    yield '}';
  } else yield inScript(value);
}

const isColumns = (value: unknown): value is Readonly<Record<string, readonly unknown[]>> =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).length > 0 &&
  Object.values(value).every(Array.isArray);

function* list(values: readonly unknown[], step: number): Generator<string> {
  yield '[';
  for (let start = 0; start < values.length; start += step) {
    yield (start === 0 ? '' : ',') + inScript(values.slice(start, start + step)).slice(1, -1);
  }
  yield ']';
}

/** The page may be looked at in a terminal too, or be printed there by `--output -`. */
const inScript = (value: unknown): string => toJson(value).replaceAll('<', '\\u003c');
