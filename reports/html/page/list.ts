import { details } from './details.ts';
import { h } from './dom.ts';
import type { Match } from './filter.ts';
import type { GroupCounts } from './groups.ts';
import { findingCells, groupCells, resourceCells } from './groups.ts';
import type { Report } from './report.ts';
import type { Row } from './rows.ts';
import { Layout } from './rows.ts';
import type { Store } from './store.ts';

/** Pixels above and below the window in which rows exist. */
const spare = 400;
/** Up to this many findings, all checks are open at first. */
const openAtOnce = 40;

const narrow = matchMedia('(max-width: 760px)');
const heights = (): { group: number; finding: number; details: number } =>
  narrow.matches ? { group: 92, finding: 68, details: 900 } : { group: 64, finding: 44, details: 560 };

const keyOf = (row: Row): string =>
  row.kind === 'group' ? `g${row.match.key}` : row.kind === 'finding' ? `f${row.index}` : `d${row.index}`;

/** What the filters cover of the top of the window. */
const barHeight = (): number =>
  narrow.matches ? 0 : (document.querySelector('.bar')?.getBoundingClientRect().height ?? 0);

/** The findings by check or resource. Only the rows in the window exist; the keyboard and screen readers know where they are in the whole. */
export class List {
  readonly element: HTMLElement;
  readonly #report: Report;
  readonly #counts: GroupCounts;
  readonly #store: Store;
  /** What the user opened and closed; other groups are open or not by how many findings there are. */
  readonly #groupsByHand = new Map<number, boolean>();
  readonly #openFindings = new Set<number>();
  readonly #measured = new Map<number, number>();
  readonly #rows = new Map<string, HTMLElement>();
  readonly #sizes: ResizeObserver;
  #matches: readonly Match[] = [];
  #byCheck = true;
  #layout = new Layout([], new Set(), new Set(), heights(), new Map());
  /** The row the keyboard is at. */
  #active = '';
  #frame = 0;

  constructor(report: Report, counts: GroupCounts, store: Store) {
    this.#report = report;
    this.#counts = counts;
    this.#store = store;
    this.element = h('div', {
      class: 'list',
      role: 'treegrid',
      'aria-label': 'Findings by check',
      'aria-colcount': 3,
      keydown: (event: KeyboardEvent) => this.#key(event),
      click: (event: MouseEvent) => this.#click(event),
      focusin: (event: FocusEvent) => this.#focused(event),
    });
    this.#sizes = new ResizeObserver((entries) => this.#measure(entries));
    const later = (): void => this.#later();
    addEventListener('scroll', later, { passive: true });
    addEventListener('resize', later, { passive: true });
    narrow.addEventListener('change', () => {
      this.#measured.clear();
      this.#rebuild();
    });
  }

  /** Shows other findings. */
  show(matches: readonly Match[]): void {
    const byCheck = matches[0]?.group !== undefined;
    if (byCheck !== this.#byCheck) this.#groupsByHand.clear();
    this.#byCheck = byCheck;
    this.element.setAttribute('aria-label', byCheck ? 'Findings by check' : 'Findings by resource');
    this.#matches = matches;
    const { open } = this.#store.state;
    if (open !== undefined && open < this.#report.findings.size) {
      this.#openFindings.add(open);
      const own = matches.find(({ findings }) => findings.includes(open));
      if (own !== undefined) this.#groupsByHand.set(own.key, true);
    }
    this.#rebuild();
  }

  openAll(open: boolean): void {
    for (const { key } of this.#matches) this.#groupsByHand.set(key, open);
    if (!open) this.#openFindings.clear();
    this.#rebuild();
  }

  /** Brings a finding to the top of the window, with its details below, and moves the keyboard there. */
  goTo(index: number): void {
    const row = this.#layout.find({ finding: index });
    const at = this.#layout.at(row);
    if (at === undefined) return;
    scrollBy(0, this.element.getBoundingClientRect().top + at.top - barHeight() - 8);
    this.#focus(row);
  }

  #rebuild(): void {
    this.#relayout();
    const had = this.element.contains(document.activeElement) ? this.#active : '';
    for (const row of this.#rows.values()) row.remove();
    this.#rows.clear();
    this.element.setAttribute('aria-rowcount', String(this.#layout.count));
    this.#draw();
    if (had !== '') (this.#rows.get(had) ?? this.#rows.values().next().value)?.focus({ preventScroll: true });
  }

  #later(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  }

  #draw(): void {
    this.element.style.height = `${this.#layout.height}px`;
    if (!this.element.isConnected || this.element.offsetParent === null) return;
    const above = this.element.getBoundingClientRect().top;
    const first = this.#layout.rowAt(Math.max(0, -above - spare));
    const last = this.#layout.rowAt(Math.max(0, innerHeight - above + spare));
    const wanted: number[] = [];
    const active = this.#rowOfKey(this.#active);
    if (active >= 0 && active < first) wanted.push(active);
    for (let row = first; row <= last && row < this.#layout.count; row += 1) wanted.push(row);
    if (active > last) wanted.push(active);
    if (active < 0) this.#active = '';
    this.#place(wanted);
  }

  #place(wanted: readonly number[]): void {
    const placed = wanted.flatMap((number) => {
      const at = this.#layout.at(number);
      return at === undefined ? [] : [{ ...at, number, key: keyOf(at.row) }];
    });
    const keys = new Set(placed.map(({ key }) => key));
    for (const [key, element] of this.#rows) {
      if (keys.has(key)) continue;
      this.#sizes.unobserve(element);
      element.remove();
      this.#rows.delete(key);
    }
    if (this.#active === '' && placed[0] !== undefined) this.#active = placed[0].key;
    for (const [position, { row, top, number, key }] of placed.entries()) {
      let element = this.#rows.get(key);
      if (element === undefined) {
        element = this.#make(row);
        this.#rows.set(key, element);
        if (row.kind === 'details') this.#sizes.observe(element);
      }
      element.style.top = `${top}px`;
      element.setAttribute('aria-rowindex', String(number + 1));
      if (row.kind !== 'details') element.tabIndex = key === this.#active ? 0 : -1;
      const there = this.element.children[position];
      if (there !== element) this.element.insertBefore(element, there ?? null);
    }
  }

  #make(row: Row): HTMLElement {
    switch (row.kind) {
      case 'group':
        return h(
          'div',
          {
            role: 'row',
            class: 'row group',
            'aria-level': 1,
            'aria-expanded': String(row.open),
            'data-key': keyOf(row),
          },
          ...(row.match.group === undefined
            ? resourceCells(this.#report, row.match)
            : groupCells(row.match.group, this.#counts)),
        );
      case 'finding':
        return h(
          'div',
          {
            role: 'row',
            class: 'row finding',
            'aria-level': 2,
            'aria-posinset': row.place,
            'aria-setsize': row.of,
            'aria-expanded': String(row.open),
            'data-key': keyOf(row),
          },
          ...findingCells(this.#report, row.index, this.#byCheck),
        );
      case 'details':
        return h(
          'div',
          { role: 'row', class: 'row open', 'aria-level': 3 },
          h('div', { role: 'gridcell', 'aria-colspan': 3 }, details(this.#report, row.index)),
        );
    }
  }

  #measure(entries: readonly ResizeObserverEntry[]): void {
    let changed = false;
    for (const { target } of entries) {
      const key = [...this.#rows].find(([, element]) => element === target)?.[0] ?? '';
      const index = Number(key.slice(1));
      const height = Math.ceil(target.getBoundingClientRect().height);
      if (key === '' || height === 0 || this.#measured.get(index) === height) continue;
      this.#measured.set(index, height);
      changed = true;
    }
    if (!changed) return;
    this.#relayout();
    this.#draw();
  }

  #relayout(): void {
    const open = new Set<number>();
    const total = this.#matches.reduce((sum, { findings }) => sum + findings.length, 0);
    // The first is always open, so that a finding is on the first screen.
    for (const [place, { key }] of this.#matches.entries())
      if (this.#groupsByHand.get(key) ?? (place === 0 || total <= openAtOnce)) open.add(key);
    this.#layout = new Layout(this.#matches, open, this.#openFindings, heights(), this.#measured);
  }

  #rowOfKey(key: string): number {
    const number = Number(key.slice(1));
    return key === '' ? -1 : this.#layout.find(key.startsWith('g') ? { group: number } : { finding: number });
  }

  #toggle(key: string, to?: boolean): void {
    const number = Number(key.slice(1));
    const open = this.#rows.get(key)?.getAttribute('aria-expanded') === 'true';
    const next = to ?? !open;
    if (next === open) return;
    if (key.startsWith('g')) this.#groupsByHand.set(number, next);
    else if (next) this.#openFindings.add(number);
    else this.#openFindings.delete(number);
    if (key.startsWith('f')) this.#store.change({ open: next ? number : undefined });
    this.#active = key;
    this.#rebuild();
  }

  #click(event: MouseEvent): void {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-key]') : null;
    // Marking text to copy it is no click.
    if (row === null || getSelection()?.isCollapsed === false) return;
    const key = row.dataset['key'] ?? '';
    this.#toggle(key);
    this.#rows.get(key)?.focus({ preventScroll: true });
  }

  #focused(event: FocusEvent): void {
    const key = event.target instanceof HTMLElement ? event.target.dataset['key'] : undefined;
    if (key === undefined || key === this.#active) return;
    const before = this.#rows.get(this.#active);
    if (before !== undefined) before.tabIndex = -1;
    this.#active = key;
    (event.target as HTMLElement).tabIndex = 0;
  }

  #key(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const target = event.target as HTMLElement;
    if (target.dataset['key'] === undefined) {
      // Inside the details: Escape goes back to the finding.
      const index = /^d(\d+)$/.exec([...this.#rows].find(([, element]) => element.contains(target))?.[0] ?? '')?.[1];
      if (event.key === 'Escape' && index !== undefined) {
        event.preventDefault();
        event.stopPropagation();
        this.goTo(Number(index));
      }
      return;
    }
    const row = this.#rowOfKey(this.#active);
    const isGroup = this.#active.startsWith('g');
    const open = target.getAttribute('aria-expanded') === 'true';
    const page = Math.max(1, Math.floor(innerHeight / heights().finding) - 3);
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => this.#focus(this.#step(row, 1)),
      ArrowUp: () => this.#focus(this.#step(row, -1)),
      PageDown: () => this.#focus(this.#step(Math.min(this.#layout.count - 1, row + page) - 1, 1)),
      PageUp: () => this.#focus(this.#step(Math.max(0, row - page) + 1, -1)),
      Home: () => this.#focus(0),
      End: () => this.#focus(this.#step(this.#layout.count, -1)),
      ArrowRight: () => (open && isGroup ? this.#focus(this.#step(row, 1)) : this.#toggle(this.#active, true)),
      ArrowLeft: () => {
        if (open) this.#toggle(this.#active, false);
        else if (!isGroup) this.#focus(this.#layout.groupOf(row));
      },
      Enter: () => this.#toggle(this.#active),
      ' ': () => this.#toggle(this.#active),
      Escape: () => this.#toggle(this.#active, false),
    };
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    move();
  }

  /** The next row in a direction that can be focused: details cannot. Stays when there is none. */
  #step(from: number, by: 1 | -1): number {
    for (let row = from + by; row >= 0 && row < this.#layout.count; row += by)
      if (this.#layout.at(row)?.row.kind !== 'details') return row;
    return from;
  }

  #focus(row: number): void {
    const at = this.#layout.at(row);
    if (at === undefined) return;
    this.#active = keyOf(at.row);
    const bar = barHeight();
    const top = this.element.getBoundingClientRect().top + at.top;
    if (top < bar + 8) scrollBy(0, top - bar - 8);
    else if (top + at.height > innerHeight - 8) scrollBy(0, top + at.height - innerHeight + 8);
    this.#draw();
    for (const [key, element] of this.#rows)
      if (element.dataset['key'] !== undefined) element.tabIndex = key === this.#active ? 0 : -1;
    this.#rows.get(this.#active)?.focus({ preventScroll: true });
  }
}
