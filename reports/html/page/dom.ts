import { escapeText, escapeLines } from '../../text.ts';

type Child = Node | string | undefined | false;
type Props = Readonly<Record<string, string | number | boolean | undefined | ((event: never) => void)>>;

/**
 * Makes an element. Strings become text nodes with control and bidirectional characters made visible: this is the only
 * way text enters the page, there is no HTML in it. Functions are listeners, `true` is an empty attribute.
 */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  return fill(document.createElement(tag), props, children);
}

/** Attributes that are shown or read out. */
const shown: ReadonlySet<string> = new Set(['title', 'aria-label']);

const svgSpace = 'http://www.w3.org/2000/svg';

/** As `h`, for SVG. */
export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[K] {
  return fill(document.createElementNS(svgSpace, tag), props, children);
}

function fill<E extends Element>(element: E, props: Props, children: readonly Child[]): E {
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') element.addEventListener(name, value as (event: Event) => void);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== undefined && value !== false)
      element.setAttribute(name, shown.has(name) ? escapeText(String(value)) : String(value));
  }
  element.append(
    ...children
      .filter((child) => child !== undefined && child !== false)
      .map((child) => (typeof child === 'string' ? escapeText(child) : child)),
  );
  return element;
}

/** Preformatted text: its line breaks stay. */
export const code = (text: string): HTMLElement => {
  const element = h('code');
  element.textContent = escapeLines(text);
  return element;
};

/** Text for screen readers only. */
export const hidden = (text: string): HTMLElement => h('span', { class: 'hidden' }, text);

/** A link of a check; others than https are shown as text. */
export const link = (url: string): HTMLElement =>
  url.startsWith('https://')
    ? h('a', { href: url, rel: 'noopener noreferrer', target: '_blank' }, url)
    : h('span', {}, url);

export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`no element ${id}`);
  return element;
}
