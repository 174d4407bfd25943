import type { OrganizationPolicies, PolicySource } from '../iam/types.ts';

/**
 * Levels of an organization as files give them: a list of lists of documents, root first; one list is a level for each
 * document, one document a single level.
 */
export function levelsOf(json: unknown, what: string): OrganizationPolicies {
  const levels = Array.isArray(json)
    ? json.every(Array.isArray)
      ? (json as unknown[][])
      : (json as unknown[]).map((one) => [one])
    : [[json]];
  return levels.map((level, depth) =>
    level.map((document, at): PolicySource => ({ name: `${what} ${at + 1} of level ${depth + 1}`, document })),
  );
}
