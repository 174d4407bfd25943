import { LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import { AuditError, messageOf } from '../program/errors.ts';

/** Gives the line of a value, by its path in the document; 1-based. */
export type LineOf = (path: readonly (string | number)[]) => number | undefined;

/** Parses YAML (and so JSON). @throws AuditError `config` with the line of each mistake */
export function parseYaml(text: string, file: string): { value: unknown; lineOf: LineOf } {
  const lines = new LineCounter();
  assertShallow(text, file);
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
    logLevel: 'error',
  });
  if (document.errors.length > 0) {
    const mistakes = document.errors.map(({ message, pos }) => `${file}:${lines.linePos(pos[0]).line}: ${message}`);
    throw new AuditError('config', mistakes.join('\n'));
  }
  return {
    value: unfold(document, file),
    lineOf(path) {
      for (let end = path.length; end >= 0; end--) {
        const node = document.getIn(path.slice(0, end), true) as
          | { range?: [number, number, number] | null }
          | undefined;
        if (node?.range) return lines.linePos(node.range[0]).line;
      }
      return undefined;
    },
  };
}

/** Brackets and indentation deeper than any configuration has: the parser goes down by calling itself. */
function assertShallow(text: string, file: string): void {
  let brackets = 0;
  /** Where the blocks begin that a line is in. */
  const blocks: number[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    const [, blanks = '', marks = '', first] = /^( *)((?:[?-][ \t]+)*)(\S)?/.exec(line) ?? [];
    if (first !== undefined) {
      while ((blocks.at(-1) ?? -1) >= blanks.length) blocks.pop();
      blocks.push(blanks.length);
    }
    for (const letter of line) brackets += '[{'.includes(letter) ? 1 : ']}'.includes(letter) && brackets > 0 ? -1 : 0;
    const within = blocks.length + marks.replaceAll(/\s/g, '').length;
    if (Math.max(brackets, within) > mostBrackets)
      throw new AuditError('config', `${file}:${at + 1}: is nested deeper than ${mostBrackets} levels`);
  }
}

const mostBrackets = 200;

/** Resolves aliases, few enough that a small file cannot fill the memory. */
function unfold(document: Document, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    throw new AuditError('config', `${file}: ${messageOf(error)}`, { cause: error });
  }
}
