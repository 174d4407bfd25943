import { h } from './dom.ts';
import type { Match } from './filter.ts';
import { Filter } from './filter.ts';
import { Filters } from './filters.ts';
import { byUrgency, GroupCounts, worstFirst } from './groups.ts';
import { List } from './list.ts';
import type { Report } from './report.ts';
import type { State } from './state.ts';
import type { Store } from './store.ts';
import { dimensions } from './state.ts';
import { summary } from './summary.ts';

/** The first page: the summary, and the findings with their filters. */
export function findingsPage(report: Report, store: Store): HTMLElement {
  const counts = new GroupCounts(report);
  const filter = new Filter(report);
  const list = new List(report, counts, store);
  const filters = new Filters(report, filter, store, list);
  const nothing = h('p', { class: 'nothing' }, 'No findings match. Choose other filters, or reset them.');
  const matching = (state: State): Match[] =>
    state.by === 'resource'
      ? filter.byResource(state).sort(worstFirst(report))
      : filter.matches(state).sort(byUrgency(counts));
  const update = (): void => {
    const matches = matching(store.state);
    filters.update(matches);
    nothing.hidden = matches.length > 0;
    list.element.hidden = matches.length === 0;
    list.show(matches);
  };
  store.listen((state, before) => {
    if (state.page !== 'findings') return;
    const changed = filtersDiffer(state, before);
    if (before.page !== 'findings' || changed) update();
    // What changed is in view, whatever was clicked.
    if (changed) filters.bring();
    else if (state.open !== undefined && state.open !== before.open) list.show(matching(state));
    if (before.page !== 'findings' && state.open !== undefined) list.goTo(state.open);
  });
  document.addEventListener('keydown', (event) => {
    if (store.state.page !== 'findings') return;
    const target = event.target instanceof HTMLElement ? event.target : document.body;
    const types = target.matches('input, textarea');
    if (event.key === '/' && !types && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      filters.focusSearch();
    } else if (event.key === 'Escape' && target.id === 'search') filters.leaveSearch();
    else if (event.key === 'ArrowDown' && target.id === 'search') {
      event.preventDefault();
      list.element.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    }
  });
  requestAnimationFrame(() => {
    update();
    if (store.state.open !== undefined) list.goTo(store.state.open);
    filter.prepare();
  });
  return h('div', { class: 'findings' }, summary(report, store), filters.element, list.element, nothing);
}

const filtersDiffer = (a: State, b: State): boolean =>
  a.search !== b.search || a.by !== b.by || dimensions.some((dimension) => a.chosen[dimension] !== b.chosen[dimension]);
