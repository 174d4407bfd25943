import { escapeText } from '../../text/escape.ts';
import { arrowsOf, type PictureNode } from './picture.ts';
import type { PathsResult } from './types.ts';

const WIDTH = 250;
const GAP = 190;
const HEIGHT = 30;
const ROW = 54;
const PAD = 16;

/** Control characters are no XML at all, escaped or not. */
const escape = (text: string): string =>
  escapeText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A name that fits its box; the whole stands in the title. */
const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 9)}…${text.slice(-8)}`.replaceAll(/\p{Cs}/gu, '');

/** Words that fit; the beginning says most. */
const clipped = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`.replaceAll(/\p{Cs}/gu, '');

const styles = `.ap{color:var(--fg,currentColor);font:13px system-ui,sans-serif}.ap text{fill:currentColor}.ap .e{font-size:11px;opacity:.8}
.ap rect{fill:var(--bg,transparent);stroke:currentColor;stroke-opacity:.55}.ap .administrator rect{stroke:var(--red,#c62828);stroke-width:2;stroke-opacity:1}
.ap .outside rect{stroke-dasharray:5 3}.ap path{fill:none;stroke:currentColor;stroke-opacity:.6}.ap .proven{stroke:var(--red,#c62828);stroke-opacity:.9}
.ap .possible{stroke-dasharray:6 4}.ap .blocked{stroke-dasharray:2 5;stroke-opacity:.35}.ap marker path{fill:currentColor;stroke:none;fill-opacity:.7}`;

/**
 * The paths as a picture: columns of boxes, the goal on the right; dashed arrows are possible, solid ones proven. One SVG
 * element that needs nothing from elsewhere; colours follow the page (`currentColor`, `--bg`, `--red`).
 */
export function pathsSvg(result: PathsResult): string {
  const { nodes, arrows, left } = arrowsOf(result);
  if (arrows.length === 0) return '';
  const columns = Math.max(...nodes.map(({ column }) => column)) + 1;
  const rows = new Map<number, PictureNode[]>();
  for (const node of nodes) {
    const list = rows.get(node.column);
    if (list === undefined) rows.set(node.column, [node]);
    else list.push(node);
  }
  const tallest = Math.max(...[...rows.values()].map(({ length }) => length));
  const width = PAD * 2 + columns * WIDTH + (columns - 1) * GAP;
  const height = PAD * 2 + tallest * ROW + (left > 0 ? 24 : 0);
  const place = new Map<string, { x: number; y: number }>();
  for (const [column, list] of rows) {
    const top = PAD + ((tallest - list.length) * ROW) / 2;
    for (const [at, { key }] of list.entries())
      place.set(key, { x: PAD + (columns - 1 - column) * (WIDTH + GAP), y: top + at * ROW + (ROW - HEIGHT) / 2 });
  }
  const boxes = nodes.map(({ key, label, kind }) => {
    const { x = 0, y = 0 } = place.get(key) ?? {};
    return `<g class="${kind}"><title>${escape(key === 'goal' ? label : key)}</title><rect x="${x}" y="${y}" width="${WIDTH}" height="${HEIGHT}" rx="6"/><text x="${x + 10}" y="${y + 20}">${escape(cut(label, 33))}</text></g>`;
  });
  const used = new Map<string, number>();
  const lines = arrows.map(({ from, to, edge, title, verdict }) => {
    const a = place.get(from) ?? { x: 0, y: 0 };
    const b = place.get(to) ?? { x: 0, y: 0 };
    const x1 = a.x + WIDTH;
    const y1 = a.y + HEIGHT / 2;
    const y2 = b.y + HEIGHT / 2;
    // an arrow back (a circle) leaves to the right and comes in from the left all the same
    const x2 = b.x - 3;
    const bend = Math.max(40, (x2 - x1) / 2);
    const pair = `${from} ${to}`;
    const nth = used.get(pair) ?? 0;
    used.set(pair, nth + 1);
    const text =
      edge === 'is'
        ? ''
        : `<text class="e" x="${x1 + 8}" y="${y1 + (y2 >= y1 ? -5 : 13) + nth * 12}">${escape(clipped(title, 32))}</text>`;
    return `<path class="${verdict}" d="M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}" marker-end="url(#ap-tip)"><title>${escape(edge === 'is' ? 'is' : `${title} (${verdict})`)}</title></path>${text}`;
  });
  const more = left > 0 ? `<text class="e" x="${PAD}" y="${height - 8}">and ${left} more principals</text>` : '';
  const tip =
    '<defs><marker id="ap-tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8Z"/></marker></defs>';
  return `<svg xmlns="http://www.w3.org/2000/svg" class="ap" role="img" aria-label="Attack paths" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><style>${styles}</style>${tip}${lines.join('')}${boxes.join('')}${more}</svg>\n`;
}
