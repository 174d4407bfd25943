import { types } from 'node:util';
import { messageOf } from '../program/errors.ts';

/** A value that is no plain data, and where it stands. */
export class NotPlain extends Error {
  readonly path: readonly (string | number)[];

  constructor(message: string, path: readonly (string | number)[]) {
    super(message);
    this.name = 'NotPlain';
    this.path = path;
  }
}

const mostDepth = 100;
const mostValues = 1_000_000;

/**
 * A copy of what a configuration says as JSON would have it: whatever a program or an alias put there is looked at once.
 * Members that are undefined are left out, as JSON does.
 * @throws NotPlain for what JSON cannot hold: a function, a value that holds itself, a getter that throws, …
 */
export function plain(value: unknown): unknown {
  let values = 0;
  const within = new Set<object>();
  const copy = (one: unknown, path: readonly (string | number)[]): unknown => {
    values += 1;
    if (values > mostValues) throw new NotPlain(`holds more than ${mostValues} values`, []);
    if (path.length > mostDepth) throw new NotPlain(`is nested deeper than ${mostDepth} levels`, path);
    if (one === null || typeof one === 'string' || typeof one === 'boolean') return one;
    if (typeof one === 'number') {
      if (Number.isFinite(one)) return one;
      throw new NotPlain(`expected a number that JSON can hold, found ${one}`, path);
    }
    if (typeof one !== 'object') throw new NotPlain(`expected plain data, found ${describe(one)}`, path);
    if (types.isProxy(one)) throw new NotPlain('expected plain data, found a Proxy', path);
    if (within.has(one)) throw new NotPlain('holds itself', path);
    within.add(one);
    const made = Array.isArray(one) ? list(one, path) : record(one, path);
    within.delete(one);
    return made;
  };
  const list = (all: readonly unknown[], path: readonly (string | number)[]): unknown[] => {
    if (all.length > mostValues) throw new NotPlain(`holds more than ${mostValues} values`, path);
    return Array.from({ length: all.length }, (_, at) => copy(memberOf(all, at, path), [...path, at]));
  };
  const record = (all: object, path: readonly (string | number)[]): object => {
    const prototype: unknown = Object.getPrototypeOf(all);
    // An object of a module that runs in a context of its own has another Object.prototype.
    const isPlain = prototype === null || Object.getPrototypeOf(prototype) === null;
    if (!isPlain) throw new NotPlain(`expected plain data, found ${describe(all)}`, path);
    const made: [string, unknown][] = [];
    for (const name of Object.keys(all)) {
      const member = memberOf(all, name, path);
      if (member !== undefined) made.push([name, copy(member, [...path, name])]);
    }
    // Unlike an assignment, this takes __proto__ for a name like any other.
    return Object.fromEntries(made);
  };
  return copy(value, []);
}

function memberOf(of: object, name: string | number, path: readonly (string | number)[]): unknown {
  try {
    return (of as Record<string | number, unknown>)[name];
  } catch (error) {
    throw new NotPlain(`cannot be read (${messageOf(error)})`, [...path, name]);
  }
}

function describe(value: unknown): string {
  if (typeof value !== 'object' || value === null) return value === undefined ? 'undefined' : `a ${typeof value}`;
  if (types.isPromise(value)) return 'a Promise';
  return `a ${Object.prototype.toString.call(value).slice(8, -1)}`;
}
