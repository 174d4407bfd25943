import { escapeText } from '../../text.ts';
import { h } from './dom.ts';
import { themeButton } from './theme.ts';

/** An account as the page's data has it: id, name, place in the tree, status, its colour, what fails, what is unknown. */
type Row = readonly [
  id: string,
  name: string,
  ou: string,
  status: string,
  colour: string,
  worst: string,
  failed: number | null,
  unknown: number | null,
];

/** So many rows are drawn at once; the search finds the others. */
const mostRows = 500;

document.querySelector('header')?.append(themeButton());

const input = document.querySelector<HTMLInputElement>('#search');
const data = document.querySelector('#accounts-data');
const body = document.querySelector('#accounts tbody');
const said = document.querySelector('#accounts-said');
if (input !== null && data !== null && body !== null && said !== null) {
  const base = input.dataset['base'] ?? '';
  const rows = JSON.parse(data.textContent ?? '[]') as Row[];
  const texts = rows.map((row) => row.slice(0, 6).join(' ').toLowerCase());
  const draw = (): void => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    const found = rows.filter((_, at) => words.every((word) => texts[at]?.includes(word) === true));
    body.replaceChildren(...found.slice(0, mostRows).map((row) => rowOf(row, base)));
    said.textContent =
      found.length > mostRows
        ? `${mostRows} of ${found.length} accounts: search for the others`
        : `${found.length} of ${rows.length} accounts`;
  };
  input.addEventListener('input', draw);
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || document.activeElement === input) return;
    event.preventDefault();
    input.focus();
  });
}

/** As the page was written: what stands there before anybody searches is the same. */
const rowOf = ([id, name, ou, status, colour, worst, failed, unknown]: Row, base: string): HTMLElement =>
  h(
    'tr',
    {},
    h('th', { scope: 'row' }, h('a', { href: `${base}accounts/${id}.html` }, id)),
    h('td', {}, escapeText(name)),
    h('td', {}, escapeText(ou)),
    h('td', {}, h('span', { class: `pill ${colour}` }, status)),
    h('td', {}, worst),
    h('td', { class: 'n' }, String(failed ?? '?')),
    h('td', { class: 'n' }, String(unknown ?? '?')),
  );
