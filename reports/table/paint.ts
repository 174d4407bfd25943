import type { Colour } from '../../src/engine/finding.ts';

type Style = Colour | 'bold' | 'dim';

/** SGR parameters to switch a style on and off. The bright colours can be read on dark and on light grounds. */
const codes: Readonly<Record<Style, readonly [on: number, off: number]>> = {
  red: [31, 39],
  yellow: [33, 39],
  green: [32, 39],
  blue: [34, 39],
  grey: [90, 39],
  bold: [1, 22],
  dim: [2, 22],
};

/** Wraps text of one line in a style. */
export type Paint = (style: Style, text: string) => string;

const inColour: Paint = (style, text) =>
  text === '' ? '' : `\u001b[${codes[style][0]}m${text}\u001b[${codes[style][1]}m`;

export const painter = (colour: boolean): Paint => (colour ? inColour : (_style, text) => text);

/** A sign for each colour, so that nothing is said by colour alone. */
export const signs: Readonly<Record<Colour, string>> = { red: '✖', yellow: '▲', blue: '?', grey: '–', green: '✔' };

/** How each colour is drawn in a bar; the densities differ, so that bars can be read without colours. */
const shades: Readonly<Record<Colour, string>> = { red: '█', yellow: '▓', blue: '▒', grey: '░', green: '─' };

export const colours: readonly Colour[] = ['red', 'yellow', 'blue', 'grey', 'green'];

export type ColourCounts = Readonly<Record<Colour, number>>;

/** A bar of `width` columns divided by the counts; everything above zero is visible as long as there is room. */
export function bar(counts: ColourCounts, width: number, paint: Paint): string {
  const shown = colours.filter((colour) => counts[colour] > 0);
  const total = shown.reduce((sum, colour) => sum + counts[colour], 0);
  if (total === 0 || width < shown.length) return '';
  let left = width - shown.length;
  let weight = total;
  return shown
    .map((colour) => {
      const share = Math.round((left * counts[colour]) / weight);
      left -= share;
      weight -= counts[colour];
      return paint(colour, shades[colour].repeat(share + 1));
    })
    .join('');
}
