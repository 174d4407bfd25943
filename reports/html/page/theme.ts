import { h } from './dom.ts';
import { drawing } from './icons.ts';

const key = 'audit-theme';
const dark = matchMedia('(prefers-color-scheme: dark)');

/** Where the choice is kept between visits, if the browser lets a file keep anything. */
const stored = {
  get: (): string | null => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  set: (value: string): void => {
    try {
      localStorage.setItem(key, value);
    } catch {
      // The choice then holds until the page is closed.
    }
  },
};

/** Follows the system until the user chooses. Returns the button to choose with. */
export function themeButton(): HTMLElement {
  const button = h(
    'button',
    { type: 'button', class: 'tool', 'aria-label': 'Dark colours', title: 'Light or dark' },
    drawing('theme'),
  );
  const apply = (isDark: boolean): void => {
    document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
    button.setAttribute('aria-pressed', String(isDark));
  };
  const chosen = stored.get();
  apply(chosen === null ? dark.matches : chosen === 'dark');
  dark.addEventListener('change', ({ matches }) => {
    if (stored.get() === null) apply(matches);
  });
  button.addEventListener('click', () => {
    const isDark = document.documentElement.dataset['theme'] !== 'dark';
    stored.set(isDark ? 'dark' : 'light');
    apply(isDark);
  });
  return button;
}
