import { thousands } from '../../text.ts';
import { svg } from './dom.ts';

export interface Part {
  /** Of the style sheet. */
  readonly class: string;
  readonly name: string;
  readonly count: number;
}

/** `14 failed, 2 unknown` */
export const inWords = (parts: readonly Part[]): string =>
  parts
    .filter(({ count }) => count > 0)
    .map(({ count, name }) => `${thousands(count)} ${name}`)
    .join(', ') || 'none';

/**
 * A horizontal bar divided by counts.
 * @param share the length of the bar, 0 to 1 of the room it has
 */
export function stackedBar(parts: readonly Part[], label: string, share = 1): SVGElement {
  const shown = parts.filter(({ count }) => count > 0);
  const total = shown.reduce((sum, { count }) => sum + count, 0);
  const gap = 3;
  const width = 1000 * share - gap * (shown.length - 1);
  let x = 0;
  // Every part above zero can be seen; what that takes is taken from the others.
  const least = Math.min(10, width / Math.max(1, shown.length));
  const spare = width - least * shown.length;
  const rects = shown.map(({ class: name, count }) => {
    const length = Math.max(0, least + (spare * count) / total);
    const rect = svg('rect', { class: name, x: x.toFixed(2), y: 0, width: length.toFixed(2), height: 10 });
    x += length + gap;
    return rect;
  });
  return svg(
    'svg',
    {
      class: 'stack',
      viewBox: '0 0 1000 10',
      preserveAspectRatio: 'none',
      role: 'img',
      'aria-label': `${label}: ${inWords(parts)}`,
    },
    ...(shown.length === 0 ? [svg('rect', { class: 'none', width: 1000, height: 10 })] : rects),
  );
}
