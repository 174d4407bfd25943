import { h } from './dom.ts';

export interface Column<T> {
  readonly name: string;
  readonly numeric?: boolean;
  readonly cell: (row: T) => Node | string | readonly (Node | string)[];
}

/** A plain table that scrolls sideways when the window is narrow. */
export function table<T>(caption: string, rows: readonly T[], columns: readonly Column<T>[]): HTMLElement {
  const cells = (row: T): HTMLElement[] =>
    columns.map(({ cell, numeric }) => {
      const content = cell(row);
      return h(
        'td',
        { class: numeric === true ? 'number' : undefined },
        ...(Array.isArray(content) ? content : [content as Node | string]),
      );
    });
  return h(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption },
    h(
      'table',
      {},
      h('caption', { class: 'hidden' }, caption),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          ...columns.map(({ name, numeric }) =>
            h('th', { scope: 'col', class: numeric === true ? 'number' : undefined }, name),
          ),
        ),
      ),
      h('tbody', {}, ...rows.map((row) => h('tr', {}, ...cells(row)))),
    ),
  );
}
