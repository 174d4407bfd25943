import { drawing } from './icons.ts';
import { h } from './dom.ts';

/** A button that copies a text as it is. */
export function copyButton(text: string, what: string): HTMLButtonElement {
  const button = h(
    'button',
    { type: 'button', class: 'copy', 'aria-label': `Copy ${what}`, title: `Copy ${what}` },
    drawing('copy'),
  );
  const said = h('span', { class: 'said', role: 'status' });
  button.append(said);
  button.addEventListener('click', () => {
    void write(text).then((done) => {
      said.textContent = done ? 'Copied' : 'Press Ctrl+C';
      setTimeout(() => (said.textContent = ''), 1600);
    });
  });
  return button;
}

async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** For browsers that keep the clipboard from pages opened as files. */
function copyBySelection(text: string): boolean {
  const area = h('textarea', { class: 'hidden', 'aria-hidden': 'true', tabindex: -1 });
  area.value = text;
  document.body.append(area);
  const focused = document.activeElement;
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return done;
}
