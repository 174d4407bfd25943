import { expect, it } from 'vitest';
import { isAnchored } from '../../src/text/anchored.ts';

it.each([
  ['^12345$', true],
  ['^(12345|67890)$', true],
  ['^12345$|^67890$', true],
  ['^refs/heads/[|]$', true],
  ['12345', false],
  ['^12345', false],
  ['12345$', false],
  ['^12345|67890$', false],
  ['^12345$|67890', false],
  ['^12345\\\\$', true],
  ['^12345\\$', false],
  ['', false],
])('%s: %s', (pattern, is) => expect(isAnchored(pattern)).toBe(is));
