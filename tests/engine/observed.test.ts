import { expect, it } from 'vitest';
import { byPath } from '../../src/engine/observed.ts';

const entries = [{ a: 1 }];
const subject = Object.defineProperty(
  { id: 'i-1', name: 'web', state: 'running', details: { state: 'Enabled', origin: 'EXTERNAL', on: true, entries } },
  'unread',
  {
    enumerable: true,
    get() {
      throw new Error('not read');
    },
  },
);

it.each<[string, unknown, unknown]>([
  ['a member of a facet by its name', { origin: 'EXTERNAL' }, { 'details.origin': 'EXTERNAL' }],
  ['a truth by its name alone', { on: true }, { 'details.on': true }],
  ['a truth under another name not at all', { enabled: true }, { enabled: true }],
  ['a text under another name where it stands once', { source: 'EXTERNAL' }, { 'details.origin': 'EXTERNAL' }],
  ['the same list under another name', { list: entries }, { 'details.entries': entries }],
  ['another list of the same content not at all', { list: [{ a: 1 }] }, { list: [{ a: 1 }] }],
  ['of two members of one name the one that says it', { state: 'Enabled' }, { 'details.state': 'Enabled' }],
  ['what is by its path already', { state: 'running' }, { state: 'running' }],
  ['what is by its path already, deeper', { 'details.state': 'Enabled' }, { 'details.state': 'Enabled' }],
  ['what was worked out', { days: 30 }, { days: 30 }],
  ['what was not said', { validTo: undefined }, { validTo: undefined }],
  ['what was not read', { unread: 'x' }, { unread: 'x' }],
  [
    'what would be two of one path',
    { origin: 'EXTERNAL', source: 'EXTERNAL' },
    { origin: 'EXTERNAL', source: 'EXTERNAL' },
  ],
  ['a list', ['EXTERNAL'], ['EXTERNAL']],
  ['a text', 'EXTERNAL', 'EXTERNAL'],
  ['names for placeholders', { names: { ROLE: 'EXTERNAL' } }, { names: { ROLE: 'EXTERNAL' } }],
])('names %s', (_what, observed, expected) => {
  expect(byPath(observed, subject)).toEqual(expected);
});
