import type { NamedValue, SecretFinding } from './find.ts';
import { harmlessKind } from './values.ts';

/**
 * Variables whose names alone say that they hold credentials. AWS's own controls judge by these names
 * (https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html#codebuild-2).
 * References, placeholders and plain words are no credentials.
 * @param found what was found by looking at the values: is not told again
 */
export function namedCredentials(
  values: readonly NamedValue[],
  names: readonly string[],
  found: readonly SecretFinding[],
): SecretFinding[] {
  const known = new Set(found.map(({ where }) => ('name' in where ? where.name : undefined)));
  return values
    .filter(({ name, value }) => names.includes(name) && !known.has(name) && isValue(value))
    .map(({ name }) => ({ kind: 'credentials', where: { name }, confidence: 'medium' }));
}

const isValue = (value: string): boolean => value.trim() !== '' && harmlessKind(value.trim()) === undefined;
