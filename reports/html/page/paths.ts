import type { AttackPaths } from '../../../src/engine/result.ts';
import { h } from './dom.ts';
import type { Report } from './report.ts';

/** Who can become administrator: the picture, and the steps in words. */
export function pathsPage({ attackPaths }: Report): HTMLElement {
  const picture = attackPaths === undefined ? undefined : pictureOf(attackPaths.svg);
  return h(
    'div',
    { class: 'page' },
    h('h2', {}, 'Attack paths'),
    h(
      'p',
      { class: 'lead' },
      picture === undefined
        ? 'No principal was found that could make itself administrator.'
        : 'Who can become administrator of the account, and how. Solid arrows are proven by the policies, dashed ones depend on something that is not known.',
    ),
    picture !== undefined &&
      h('div', { class: 'picture', tabindex: 0, role: 'region', 'aria-label': 'Picture of the attack paths' }, picture),
    attackPaths !== undefined && stepsOf(attackPaths),
  );
}

/** The steps to read, by who takes them. */
export const stepsOf = ({ text }: AttackPaths): HTMLElement =>
  h(
    'pre',
    { class: 'steps', tabindex: 0, role: 'region', 'aria-label': 'The paths step by step' },
    ...text.split('\n').map((line) => h('span', { class: 'line' }, line)),
  );

/** The drawing as elements. Its own style is left out: the page's policy allows the page's style sheet alone. */
function pictureOf(svg: string): HTMLElement | undefined {
  if (svg === '') return undefined;
  const root = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  for (const element of root.querySelectorAll('style, script, foreignObject')) element.remove();
  return document.importNode(root, true) as unknown as HTMLElement;
}
