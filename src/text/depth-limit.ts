/** No policy, and nothing AWS describes a resource with, is nested as deeply. */
const DEEPEST = 100;
const INSTEAD = '(nested too deeply to be read)';

function isDeep(value: unknown, left: number): boolean {
  if (value === null || typeof value !== 'object') return false;
  if (left === 0) return true;
  for (const inner of Object.values(value)) if (isDeep(inner, left - 1)) return true;
  return false;
}

function cut(value: unknown, left: number): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (left === 0) return INSTEAD;
  if (Array.isArray(value)) return value.map((inner: unknown) => cut(inner, left - 1));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cut(inner, left - 1)]));
}

/**
 * The value itself, or a copy in which a text stands for what is nested so deeply that walking through it, as
 * `JSON.stringify` does, would exhaust the stack. Never throws.
 */
export const limitDepth = (value: unknown): unknown => (isDeep(value, DEEPEST) ? cut(value, DEEPEST) : value);
