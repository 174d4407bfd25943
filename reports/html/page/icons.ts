import type { Colour, Status } from '../../../src/engine/finding.ts';
import { colourOf } from '../../../src/engine/finding.ts';
import type { Severity } from '../../../src/engine/check.ts';
import { statusNames } from '../../words.ts';
import { h, hidden, svg } from './dom.ts';

const paths = {
  red: 'M5.2 5.2l5.6 5.6M10.8 5.2l-5.6 5.6',
  yellow: 'M8 4.3v4.4M8 11.3v.2',
  blue: 'M6.2 6.3a1.9 1.9 0 113 1.6c-.8.5-1.2.9-1.2 1.7M8 11.8v.1',
  grey: 'M5 8h6',
  green: 'M4.8 8.3l2.2 2.2 4.2-4.7',
} as const satisfies Readonly<Record<Colour, string>>;

const shapes: Readonly<Record<Colour, string>> = {
  red: 'M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5z',
  yellow: 'M8 .9a1.6 1.6 0 011.4.8l6 10.6a1.7 1.7 0 01-1.4 2.5H2a1.7 1.7 0 01-1.4-2.5l6-10.6A1.6 1.6 0 018 .9z',
  blue: 'M8 .8a7.2 7.2 0 110 14.4A7.2 7.2 0 018 .8z',
  grey: 'M8 .8a7.2 7.2 0 110 14.4A7.2 7.2 0 018 .8z',
  green: 'M8 .8a7.2 7.2 0 110 14.4A7.2 7.2 0 018 .8z',
};

/** The sign of a colour: another shape for each, so that it is seen without colours too. */
export const sign = (colour: Colour): SVGElement =>
  svg(
    'svg',
    { class: `sign ${colour}`, viewBox: '0 0 16 16', 'aria-hidden': 'true' },
    svg('path', { class: 'shape', d: shapes[colour] }),
    svg('path', { class: 'mark', d: paths[colour] }),
  );

/** The sign of a finding with its status in words for screen readers. */
export const statusSign = (status: Status, severity: Severity): HTMLElement =>
  h('span', { class: 'status' }, sign(colourOf(status, severity)), hidden(statusNames[status]));

const drawings = {
  chevron: 'M6 3.5L10.5 8 6 12.5',
  search: 'M7 2.5a4.5 4.5 0 110 9 4.5 4.5 0 010-9zM10.4 10.4L14 14',
  copy: 'M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z',
  done: 'M3 8.5l3.2 3.2L13 4.8',
  theme: 'M8 2a6 6 0 100 12A6 6 0 008 2zM8 2v12M8 5l4-1.5M8 8h6M8 11l4 1.5',
  print: 'M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z',
  close: 'M4 4l8 8M12 4l-8 8',
} as const;

export const drawing = (name: keyof typeof drawings): SVGElement =>
  svg(
    'svg',
    { class: `icon icon-${name}`, viewBox: '0 0 16 16', 'aria-hidden': 'true' },
    svg('path', { d: drawings[name] }),
  );
