import { categories, severities } from '../../../src/engine/check.ts';
import { statuses } from '../../../src/engine/finding.ts';
import { counted, thousands } from '../../text.ts';
import { categoryNames, severityNames, statusNames } from '../../words.ts';
import { h } from './dom.ts';
import type { Filter, Match } from './filter.ts';
import { frameworkOf } from './filter.ts';
import { drawing } from './icons.ts';
import type { List } from './list.ts';
import type { Report } from './report.ts';
import type { Dimension } from './state.ts';
import type { Store } from './store.ts';
import { groupings, initial, isUnfiltered } from './state.ts';

const names: Readonly<Record<Dimension, string>> = {
  status: 'Status',
  severity: 'Severity',
  category: 'Category',
  service: 'Service',
  region: 'Region',
  account: 'Account',
  framework: 'Framework',
};

/** Milliseconds without a key before the search runs. */
const pause = 120;

/** The bar above the list: search, a menu per dimension, and how many findings there are. */
export class Filters {
  readonly element: HTMLElement;
  readonly #report: Report;
  readonly #filter: Filter;
  readonly #store: Store;
  readonly #search: HTMLInputElement;
  readonly #result: HTMLElement;
  readonly #reset: HTMLButtonElement;
  readonly #by: HTMLSelectElement;
  readonly #badges = new Map<Dimension, HTMLElement>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(report: Report, filter: Filter, store: Store, list: List) {
    this.#report = report;
    this.#filter = filter;
    this.#store = store;
    this.#search = h('input', {
      type: 'search',
      id: 'search',
      placeholder: 'Search: name, ARN, tag, message, check, requirement, fingerprint',
      'aria-label': 'Search findings',
      'aria-keyshortcuts': '/',
      autocomplete: 'off',
      spellcheck: 'false',
      input: () => {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => store.change({ search: this.#search.value.trim(), open: undefined }), pause);
      },
    });
    this.#result = h('p', { class: 'result', role: 'status' });
    this.#reset = h(
      'button',
      { type: 'button', class: 'text', click: () => store.change({ ...initial(), page: 'findings' }) },
      'Reset filters',
    );
    this.#by = h(
      'select',
      {
        'aria-label': 'Findings by',
        change: () => store.change({ by: groupings.find((one) => one === this.#by.value) ?? 'check' }),
      },
      ...groupings.map((one) => h('option', { value: one }, `By ${one}`)),
    );
    const menus = this.#dimensions().map((dimension) => this.#menu(dimension));
    this.element = h(
      'section',
      { class: 'bar', 'aria-label': 'Filters' },
      h(
        'div',
        { class: 'controls' },
        h('div', { class: 'search' }, drawing('search'), this.#search, h('kbd', { 'aria-hidden': 'true' }, '/')),
        h('div', { class: 'menus' }, ...menus),
      ),
      h(
        'div',
        { class: 'outcome-line' },
        this.#result,
        this.#reset,
        h('span', { class: 'space' }),
        h(
          'span',
          { class: 'pair' },
          this.#by,
          h('button', { type: 'button', class: 'text', click: () => list.openAll(true) }, 'Expand all'),
          h('button', { type: 'button', class: 'text', click: () => list.openAll(false) }, 'Collapse all'),
        ),
      ),
    );
    document.addEventListener('click', (event) => {
      for (const menu of menus) if (event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
    });
  }

  /** Scrolls to where the bar is at the top, unless the list begins in the window. */
  bring(): void {
    const { top, bottom } = this.element.getBoundingClientRect();
    // Sticky: it is at the top of the window too when the list is far above.
    const begins = (this.element.nextElementSibling?.getBoundingClientRect().top ?? bottom) - bottom;
    if (top <= 1 && begins < 0) scrollBy(0, begins);
    else if (bottom > innerHeight - 160) scrollBy(0, top);
  }

  focusSearch(): void {
    this.#search.focus();
    this.#search.select();
  }

  /** Escape in the search: empties it, and leaves it when it is empty. */
  leaveSearch(): void {
    if (this.#search.value === '') this.#search.blur();
    this.#search.value = '';
    clearTimeout(this.#timer);
    this.#store.change({ search: '' });
  }

  update(matches: readonly Match[]): void {
    const { state } = this.#store;
    const shown = matches.reduce((sum, { findings }) => sum + findings.length, 0);
    this.#result.textContent = `${thousands(shown)} of ${counted(this.#report.findings.size, 'finding')} ${state.by === 'check' ? 'in' : 'of'} ${counted(matches.length, state.by)}`;
    this.#by.value = state.by;
    this.#reset.hidden = isUnfiltered(state);
    if (document.activeElement !== this.#search) this.#search.value = state.search;
    for (const [dimension, badge] of this.#badges) {
      const chosen = [...state.chosen[dimension]];
      badge.textContent =
        chosen.length === 0
          ? 'all'
          : chosen.length === 1
            ? this.#label(dimension, chosen[0] ?? '')
            : String(chosen.length);
      badge.parentElement?.classList.toggle('chosen', chosen.length > 0);
    }
  }

  /** Those with something to choose. */
  #dimensions(): Dimension[] {
    const { regions, accounts, checks } = this.#report;
    const always: Dimension[] = ['status', 'severity', 'category', 'service'];
    if (regions.length > 1) always.push('region');
    if (accounts.length > 1) always.push('account');
    if (checks.some(({ frameworks }) => frameworks.length > 0)) always.push('framework');
    return always;
  }

  #values(dimension: Dimension): readonly string[] {
    const { regions, accounts, checks } = this.#report;
    switch (dimension) {
      case 'status':
        return statuses;
      case 'severity':
        return severities;
      case 'category':
        return categories;
      case 'service':
        return [...new Set(checks.map(({ service }) => service))].sort();
      case 'region':
        return [...regions].sort();
      case 'account':
        return [...accounts].sort();
      case 'framework':
        return [...new Set(checks.flatMap(({ frameworks }) => frameworks.map(frameworkOf)))].sort();
    }
  }

  #label(dimension: Dimension, value: string): string {
    const known: Readonly<Record<string, string>> =
      dimension === 'status'
        ? statusNames
        : dimension === 'severity'
          ? severityNames
          : dimension === 'category'
            ? categoryNames
            : {};
    return known[value] ?? value;
  }

  #menu(dimension: Dimension): HTMLDetailsElement {
    const badge = h('span', { class: 'value' });
    this.#badges.set(dimension, badge);
    const choices = h('div', { class: 'choices', role: 'group', 'aria-label': names[dimension] });
    const menu = h(
      'details',
      { class: 'menu' },
      h('summary', {}, h('span', { class: 'label' }, names[dimension]), ' ', badge),
      choices,
    );
    menu.addEventListener('toggle', () => {
      if (menu.open) choices.replaceChildren(...this.#choices(dimension));
    });
    menu.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !menu.open) return;
      event.stopPropagation();
      menu.open = false;
      menu.querySelector('summary')?.focus();
    });
    return menu;
  }

  #choices(dimension: Dimension): HTMLElement[] {
    const counts = this.#filter.counts(dimension, this.#store.state);
    const chosen = (): ReadonlySet<string> => this.#store.state.chosen[dimension];
    const boxes = this.#values(dimension)
      .filter((value) => (counts.get(value) ?? 0) > 0 || chosen().has(value))
      .map((value) => {
        const box = h('input', {
          type: 'checkbox',
          change: () => {
            const next = new Set(chosen());
            if (box.checked) next.add(value);
            else next.delete(value);
            this.#store.choose(dimension, next);
          },
        });
        box.checked = chosen().has(value);
        return {
          box,
          label: h(
            'label',
            {},
            box,
            h('span', {}, this.#label(dimension, value)),
            h('span', { class: 'count' }, thousands(counts.get(value) ?? 0)),
          ),
        };
      });
    const all = h(
      'button',
      {
        type: 'button',
        class: 'text',
        click: () => {
          for (const { box } of boxes) box.checked = false;
          this.#store.choose(dimension, new Set());
        },
      },
      'Show all',
    );
    return [...boxes.map(({ label }) => label), all];
  }
}
