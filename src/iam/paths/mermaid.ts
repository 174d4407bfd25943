import { escapeText } from '../../text/escape.ts';
import { arrowsOf } from './picture.ts';
import type { PathsResult } from './types.ts';

/**
 * Labels are quoted, and all but letters, digits and a little punctuation becomes an entity: quotes would end the label,
 * backquotes make it Markdown, and a directive (`%%{init: …}%%`) counts wherever it stands
 * (https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters).
 */
const label = (text: string): string =>
  `"${escapeText(text).replaceAll(/[^\p{L}\p{M}\p{N} .,/_+=@*()→-]/gu, (c) => `#${c.codePointAt(0) ?? 0};`)}"`;

/** The paths as a Mermaid flow chart; dotted arrows are possible, crossed ones blocked. */
export function pathsMermaid(result: PathsResult): string {
  const { nodes, arrows, left } = arrowsOf(result);
  const id = new Map(nodes.map((node, at) => [node.key, `n${at}`]));
  const shape = {
    outside: ['([', '])'],
    administrator: ['{{', '}}'],
    principal: ['[', ']'],
    resource: ['[(', ')]'],
  } as const;
  const link = { proven: '-->', possible: '-.->', blocked: '--x' } as const;
  const lines = [
    'flowchart LR',
    ...nodes.map(({ key, kind, label: text }) => `  ${id.get(key)}${shape[kind][0]}${label(text)}${shape[kind][1]}`),
    ...arrows.map(
      ({ from, to, title, verdict }) => `  ${id.get(from)} ${link[verdict]}|${label(title)}| ${id.get(to)}`,
    ),
    ...(left > 0 ? [`  more[${label(`${left} more principals`)}]`] : []),
  ];
  return `${lines.join('\n')}\n`;
}
