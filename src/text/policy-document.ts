import { limitDepth } from './depth-limit.ts';

/** A document as plain JSON, or the reason why it is none. `duplicates`: names that an object held twice. */
export type Parsed =
  | { readonly ok: true; readonly json: unknown; readonly duplicates: readonly string[] }
  | { readonly ok: false; readonly reason: string };

/**
 * Reads a policy document from what AWS APIs hand out: parsed JSON, JSON text, or the URL-encoded (RFC 3986) text of IAM's APIs.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_PolicyVersion.html
 */
export function parseDocument(document: unknown): Parsed {
  if (typeof document !== 'string') {
    if (document !== null && typeof document === 'object')
      return { ok: true, json: limitDepth(document), duplicates: [] };
    return {
      ok: false,
      reason: `the policy is ${document === null ? 'null' : `a ${typeof document}`}, not a document`,
    };
  }
  let text = document.trim();
  if (text === '') return { ok: false, reason: 'the policy is empty' };
  if (/^%7b/i.test(text) || /^%5b/i.test(text) || /^%0a|^%20|^%09/i.test(text)) {
    try {
      text = decodeURIComponent(text);
    } catch {
      return { ok: false, reason: 'the policy is URL-encoded, but not validly' };
    }
  }
  try {
    const json: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    // a document that was stored as a JSON string of JSON
    if (typeof json === 'string') {
      const inner: unknown = JSON.parse(json);
      return inner !== null && typeof inner === 'object'
        ? { ok: true, json: limitDepth(inner), duplicates: duplicateNames(json) }
        : { ok: false, reason: 'the policy is a JSON string, not a document' };
    }
    if (json === null || typeof json !== 'object') return { ok: false, reason: 'the policy is not a JSON object' };
    return { ok: true, json: limitDepth(json), duplicates: duplicateNames(text) };
  } catch {
    return { ok: false, reason: 'the policy is not valid JSON' };
  }
}

/** A policy document as plain JSON; the text itself where it is not JSON, which the policy engine calls unparsable. */
export type PolicyDocument = unknown;

/** The document as plain JSON; what is no JSON stays the text it was. */
export function documentOf(text: string | undefined): PolicyDocument {
  const parsed = parseDocument(text);
  return parsed.ok ? parsed.json : text;
}

/** Names that occur twice in one object of valid JSON text: JSON.parse silently keeps the last. One pass, no recursion. */
function duplicateNames(text: string): string[] {
  const found = new Set<string>();
  const open: (Set<string> | undefined)[] = [];
  let at = 0;
  while (at < text.length) {
    const char = text[at];
    if (char === '{') open.push(new Set());
    else if (char === '[') open.push(undefined);
    else if (char === '}' || char === ']') open.pop();
    else if (char === '"') {
      const start = at;
      at++;
      while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
      const names = open.at(-1);
      if (names !== undefined && /^\s*:/.test(text.slice(at + 1, at + 40))) {
        const name = text.slice(start + 1, at);
        if (names.has(name)) found.add(name);
        names.add(name);
      }
    }
    at++;
  }
  return [...found];
}
