import { LineCounter, parseDocument } from 'yaml';
import { AuditError } from '../errors.ts';

/** Gives the line of a value, by its path in the document; 1-based. */
export type LineOf = (path: readonly (string | number)[]) => number | undefined;

/** Parses YAML (and so JSON). @throws AuditError `config` with the line of each mistake */
export function parseYaml(text: string, file: string): { value: unknown; lineOf: LineOf } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  if (document.errors.length > 0) {
    const mistakes = document.errors.map(({ message, pos }) => `${file}:${lines.linePos(pos[0]).line}: ${message}`);
    throw new AuditError('config', mistakes.join('\n'));
  }
  return {
    value: document.toJS({ maxAliasCount: 100 }) as unknown,
    lineOf(path) {
      for (let end = path.length; end >= 0; end--) {
        const node = document.getIn(path.slice(0, end), true) as { range?: [number, number, number] | null } | undefined;
        if (node?.range) return lines.linePos(node.range[0]).line;
      }
      return undefined;
    },
  };
}
