/** What a regular expression says that no glob can, in words. */
export class NotAGlob extends Error {}

/** A piece of a glob, or an end that is fixed. */
type Piece = { readonly text: string } | { readonly fixed: 'start' | 'end' };

/** More of these are not written as one pattern each. */
const mostAlternatives = 50;

/** Letters that mean something in a regular expression, but for those that are dealt with. */
const special = new Set(['[', ']', '{', '}', '+', '(', ')']);

/**
 * Patterns in which `*` stands for anything and `?` for one character, that together match just what a regular expression of a
 * mutelist of Prowler finds. It is looked for anywhere in the text, and a `*` at its beginning stands for `.*`:
 * https://docs.prowler.com/user-guide/cli/tutorials/mutelist
 * @throws NotAGlob where there are none
 */
export function globsOf(expression: string): string[] {
  const text = expression.startsWith('*') ? `.*${expression.slice(1)}` : expression;
  return [...new Set(alternatives(text).map(globOf))];
}

/** Every way through the groups and bars of an expression, which then has none. */
function alternatives(text: string): string[] {
  const top = splitAt(text);
  if (top.length > 1) return top.flatMap(alternatives);
  const open = groupIn(text);
  if (open === undefined) return [text];
  const { start, end } = open;
  if ('*+?{'.includes(text[end + 1] ?? ' ')) throw new NotAGlob('a group that repeats');
  const inner = text.slice(start + 1, end).replace(/^\?:/, '');
  if (inner.startsWith('?')) throw new NotAGlob('a look around');
  const found = splitAt(inner).flatMap((each) => alternatives(`${text.slice(0, start)}${each}${text.slice(end + 1)}`));
  if (found.length > mostAlternatives) throw new NotAGlob(`more than ${mostAlternatives} alternatives`);
  return found;
}

/** The first group outside of brackets, by where its parentheses stand. */
function groupIn(text: string): { start: number; end: number } | undefined {
  let start = -1;
  let depth = 0;
  for (const [at, letter] of letters(text)) {
    if (letter === '(') {
      if (depth++ === 0) start = at;
    } else if (letter === ')' && --depth <= 0) {
      if (depth < 0) throw new NotAGlob('a parenthesis without its other half');
      return { start, end: at };
    }
  }
  if (depth > 0) throw new NotAGlob('a parenthesis without its other half');
  return undefined;
}

/** What stands between the bars outside of groups. */
function splitAt(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let begin = 0;
  for (const [at, letter] of letters(text)) {
    if (letter === '(') depth += 1;
    else if (letter === ')') depth -= 1;
    else if (letter === '|' && depth === 0) {
      parts.push(text.slice(begin, at));
      begin = at + 1;
    }
  }
  parts.push(text.slice(begin));
  if (parts.length > mostAlternatives) throw new NotAGlob(`more than ${mostAlternatives} alternatives`);
  return parts;
}

/** Letters that are not escaped, with where they stand. */
function* letters(text: string): Generator<readonly [at: number, letter: string]> {
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? '';
    if (letter === '\\') at += 1;
    else yield [at, letter];
  }
}

function globOf(text: string): string {
  const pieces = piecesOf(text);
  const first = pieces[0];
  const last = pieces.at(-1);
  const body = pieces.flatMap((piece) => ('text' in piece ? [piece.text] : [])).join('');
  const start = first !== undefined && 'fixed' in first && first.fixed === 'start' ? '' : '*';
  const end = last !== undefined && 'fixed' in last && last.fixed === 'end' ? '' : '*';
  return `${start}${body}${end}`.replaceAll(/\*+/g, '*');
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? '';
    const next = text[at + 1];
    if (letter === '^' && at === 0) pieces.push({ fixed: 'start' });
    else if (letter === '$' && at === text.length - 1) pieces.push({ fixed: 'end' });
    else if (letter === '^' || letter === '$') throw new NotAGlob('an end in the middle');
    else if (letter === '.' && next === '*') {
      pieces.push({ text: '*' });
      at += 1;
    } else if (letter === '.' && next === '+') {
      pieces.push({ text: '?*' });
      at += 1;
    } else if (letter === '.' && next === '?') throw new NotAGlob('a character that may be missing');
    else if (letter === '.') pieces.push({ text: '?' });
    else if (letter === '\\') {
      if (next === undefined || /[A-Za-z0-9]/.test(next)) throw new NotAGlob(`\\${next ?? ''}`);
      if (next === '*' || next === '?') throw new NotAGlob(`the character ${next} itself`);
      pieces.push({ text: next });
      at += 1;
    } else if (special.has(letter)) throw new NotAGlob(letter);
    else if (letter === '*' || letter === '?') throw new NotAGlob(`${letter} that repeats one character`);
    else if (next === '*' && at + 2 === text.length) {
      // Any number of this letter, none included, and then anything.
      at += 1;
    } else pieces.push({ text: letter });
  }
  return pieces;
}
