import { arrowsOf } from './picture.ts';
import type { PathsResult } from './types.ts';

/** Labels are quoted; what Mermaid would read as markup becomes an entity. */
const label = (text: string): string =>
  `"${text.replaceAll('&', '#amp;').replaceAll('"', '#quot;').replaceAll('<', '#lt;').replaceAll('>', '#gt;')}"`;

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
    ...arrows.map(({ from, to, edge, verdict }) => `  ${id.get(from)} ${link[verdict]}|${label(edge)}| ${id.get(to)}`),
    ...(left > 0 ? [`  more[${label(`${left} more principals`)}]`] : []),
  ];
  return `${lines.join('\n')}\n`;
}
