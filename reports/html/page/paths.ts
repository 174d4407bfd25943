import type { AttackPaths, AttackWay } from '../../../src/engine/result.ts';
import { h } from './dom.ts';
import type { Report } from './report.ts';

/** Who can become administrator: a picture of each way, and its steps to read. */
export function pathsPage({ attackPaths }: Report): HTMLElement {
  const picture = attackPaths === undefined ? undefined : pictureOf(attackPaths.svg);
  return h(
    'div',
    { class: 'page' },
    h('h2', {}, 'Attack paths'),
    h(
      'p',
      { class: 'lead' },
      attackPaths === undefined || attackPaths.count === 0
        ? 'No principal was found that could make itself administrator.'
        : 'Who can become administrator of the account, and how. Solid arrows are proven by the policies, dashed ones depend on something that is not known.',
    ),
    picture !== undefined &&
      h('div', { class: 'picture', tabindex: 0, role: 'region', 'aria-label': 'Picture of the attack paths' }, picture),
    attackPaths !== undefined && stepsOf(attackPaths),
  );
}

/** The ways with their steps; the text of the terminal where a result has not the ways one by one. */
export function stepsOf({ text, ways }: AttackPaths): HTMLElement {
  const whole = h(
    'pre',
    { class: 'steps', tabindex: 0, role: 'region', 'aria-label': 'The paths step by step' },
    ...text.split('\n').map((line) => h('span', { class: 'line' }, line)),
  );
  return ways === undefined
    ? whole
    : h(
        'div',
        { class: 'ways' },
        ...ways.map(wayOf),
        h(
          'details',
          { class: 'fold' },
          h('summary', {}, 'All of it as the terminal shows it, with the cheapest cut'),
          whole,
        ),
      );
}

/** Boxes from left to right, wrapping where the window ends: no label is cut, and no line crosses anything. */
function wayOf({ verdict, who, steps }: AttackWay): HTMLElement {
  return h(
    'section',
    { class: 'way' },
    h('h3', {}, h('span', { class: `verdict ${verdict}` }, verdict), ` ${who.join(', ')}`),
    h(
      'div',
      { class: `chain ${verdict}`, 'aria-hidden': 'true' },
      h('span', { class: 'box' }, who.length === 1 ? (who[0] ?? '') : `${who.length} principals`),
      ...steps.map(({ title, to, goal }) =>
        h(
          'span',
          { class: 'hop' },
          h('span', { class: 'edge' }, title),
          h('span', { class: goal ? 'box goal' : 'box' }, goal && !to.includes('administrator') ? 'administrator' : to),
        ),
      ),
    ),
    h(
      'ol',
      {},
      ...steps.map(({ title, to, actions, policies, condition }) =>
        h(
          'li',
          {},
          h('b', {}, title),
          `: ${to}`,
          actions.length > 0 &&
            h('div', {}, 'Actions: ', ...actions.map((action) => h('code', { class: 'chip' }, action))),
          policies.length > 0 && h('div', { class: 'muted' }, `Allowed by ${policies.join('; ')}`),
          condition !== undefined && h('div', { class: 'muted' }, `Depends on ${condition}`),
        ),
      ),
    ),
  );
}

/** The drawing as elements. Its own style is left out: the page's policy allows the page's style sheet alone. */
function pictureOf(svg: string): HTMLElement | undefined {
  if (svg === '') return undefined;
  const root = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  for (const element of root.querySelectorAll('style, script, foreignObject')) element.remove();
  return document.importNode(root, true) as unknown as HTMLElement;
}
