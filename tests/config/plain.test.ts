import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { NotPlain, plain } from '../../src/config/plain.ts';

const shared = { days: 1 };
const nested = (depth: number): unknown => Array.from({ length: depth }).reduce((inner) => [inner], 1);
const itself: Record<string, unknown> = { a: {} };
(itself['a'] as Record<string, unknown>)['b'] = itself;

describe('what a configuration holds is copied as JSON has it', () => {
  it.each<[what: string, value: unknown, copy: unknown]>([
    ['a text', 'x', 'x'],
    ['nothing', null, null],
    ['a number', -1.5, -1.5],
    ['a list', [1, ['a', true]], [1, ['a', true]]],
    ['members that are undefined', { a: undefined, b: 1 }, { b: 1 }],
    ['a value twice', [shared, shared], [{ days: 1 }, { days: 1 }]],
    ['a getter', { get a() { return 1; } }, { a: 1 }], // prettier-ignore
    ['an object without a prototype', Object.assign(Object.create(null) as object, { a: 1 }), { a: 1 }],
    ['an object of another context', runInContext('({ a: [1] })', createContext()), { a: [1] }],
    ['as deep as may be', nested(100), nested(100)],
  ])('%s', (_what, value, copy) => expect(plain(value)).toEqual(copy));

  it('a member named __proto__, which is a member like any other', () => {
    const copy = plain(JSON.parse('{"__proto__":{"polluted":true}}')) as object;
    expect(Object.keys(copy)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

class Own {
  readonly a = 1;
}

describe('what JSON cannot hold is named with its place', () => {
  it.each<[what: string, value: unknown, message: string | RegExp, path: readonly (string | number)[]]>([
    ['a function', { a: [() => 1] }, 'expected plain data, found a function', ['a', 0]],
    ['a symbol', { a: Symbol('x') }, 'expected plain data, found a symbol', ['a']],
    ['a large number', { a: 1n }, 'expected plain data, found a bigint', ['a']],
    ['undefined in a list', [undefined], 'expected plain data, found undefined', [0]],
    ['a hole in a list', Array.from({ length: 3 }).fill(1, 1), 'expected plain data, found undefined', [0]],
    ['no number', [1, NaN], 'expected a number that JSON can hold, found NaN', [1]],
    ['an endless number', { a: -Infinity }, 'expected a number that JSON can hold, found -Infinity', ['a']],
    ['a date', { a: new Date(0) }, 'expected plain data, found a Date', ['a']],
    ['a map', new Map(), 'expected plain data, found a Map', []],
    ['a promise', { a: Promise.resolve() }, 'expected plain data, found a Promise', ['a']],
    ['an object of a class', { a: new Own() }, 'expected plain data, found a Object', ['a']],
    ['a proxy', { a: new Proxy({}, {}) }, 'expected plain data, found a Proxy', ['a']],
    ['a list that is a proxy', new Proxy([], {}), 'expected plain data, found a Proxy', []],
    ['a value that holds itself', itself, 'holds itself', ['a', 'b']],
    ['a getter that throws', { a: { get b() { throw new Error('no'); } } }, 'cannot be read (no)', ['a', 'b']], // prettier-ignore
    ['a getter that throws nothing', { get b() { throw undefined; } }, /^cannot be read \(/, ['b']], // prettier-ignore
    ['too deep', nested(101), 'is nested deeper than 100 levels', Array.from({ length: 101 }).fill(0) as number[]],
    [
      'a long list of holes',
      { a: [], b: Object.assign([], { length: 2 ** 32 - 1 }) },
      /more than 1000000 values/,
      ['b'],
    ],
    ['too much', Array.from({ length: 1_000_001 }).fill(1), /more than 1000000 values/, []],
    [
      'too much of the same',
      Array.from({ length: 2000 }).fill(Array.from({ length: 1000 }).fill(1)),
      /more than 1000000/,
      [],
    ],
  ])('%s', (_what, value, message, path) => {
    let thrown: unknown;
    try {
      plain(value);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(NotPlain);
    expect((thrown as NotPlain).message).toMatch(
      typeof message === 'string' ? new RegExp(`^${message.replaceAll(/[().]/g, '\\$&')}$`) : message,
    );
    expect((thrown as NotPlain).path).toEqual(path);
  });
});
