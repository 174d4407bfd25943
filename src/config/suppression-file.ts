import { extname } from 'node:path';
import type { Scalar, YAMLSeq } from 'yaml';
import { isMap, isSeq, parseDocument } from 'yaml';
import type { Suppression } from '../engine/suppressions.ts';
import { AuditError } from '../program/errors.ts';
import { escapeText } from '../text/escape.ts';

/** What is to be accepted, and which finding it is for whoever reads the file. */
export interface Addition {
  readonly suppression: Suppression;
  readonly about: string;
}

/**
 * The text of a file of suppressions with some more. What stands there stays, comments too.
 * @param text undefined where there is no file yet
 * @throws AuditError `config`
 */
export function withSuppressions(text: string | undefined, file: string, added: readonly Addition[]): string {
  const extension = extname(file);
  if (extension === '.json') return inJson(text, file, added);
  if (!['.yaml', '.yml', ''].includes(extension))
    throw new AuditError('config', `${file}: suppressions are written as .yaml or .json, not as ${extension}`, {
      hint: 'Name another file with --suppressions.',
    });
  const empty = text === undefined || text.trim() === '';
  const document = parseDocument(empty ? 'suppressions: []\n' : text, { keepSourceTokens: true });
  if (document.errors.length > 0) throw notList(file);
  const list = listIn(document.contents);
  if (list === undefined) throw notList(file);
  list.flow = false;
  for (const { suppression, about } of added) {
    const node = document.createNode({ ...suppression });
    // Before the first key: before the entry itself it would be taken for a comment of the list.
    const [first] = node.items;
    if (first !== undefined) (first.key as Scalar).commentBefore = ` ${escapeText(about)}`;
    list.add(node);
  }
  return document.toString({ lineWidth: 0 });
}

function listIn(contents: unknown): YAMLSeq | undefined {
  if (isSeq(contents)) return contents;
  const inner: unknown = isMap(contents) ? contents.get('suppressions', true) : undefined;
  return isSeq(inner) ? inner : undefined;
}

function inJson(text: string | undefined, file: string, added: readonly Addition[]): string {
  const more = added.map(({ suppression }) => suppression);
  // What is no JSON was refused when it was read.
  const value: unknown = text === undefined || text.trim() === '' ? [] : JSON.parse(text);
  if (Array.isArray(value)) return `${JSON.stringify([...(value as unknown[]), ...more], undefined, 2)}\n`;
  const { suppressions } = value as { suppressions?: unknown };
  if (!Array.isArray(suppressions)) throw notList(file);
  return `${JSON.stringify({ ...(value as object), suppressions: [...(suppressions as unknown[]), ...more] }, undefined, 2)}\n`;
}

const notList = (file: string): AuditError =>
  new AuditError('config', `${file}: holds no list of suppressions to add to`, {
    hint: 'Write `suppressions: []` into it, or name another file with --suppressions.',
  });
