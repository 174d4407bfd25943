import type { Framework } from '../../engine/frameworks.ts';
import type { Reporter } from '../../engine/reporter.ts';
import { nearest } from '../../text/nearest.ts';
import { watched } from '../watchdog.ts';

type Wrong = (what: string) => Error;
type Loose = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Loose => typeof value === 'object' && value !== null;
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** A part of a pack as a list; none when it is left out. */
export function listOf(pack: Loose, part: string, wrong: Wrong): readonly unknown[] {
  const given = pack[part] ?? [];
  if (isList(given)) return given;
  throw wrong(`${part} is not a list`);
}

/**
 * A framework of a pack, copied: what was looked at is what is used.
 * @param ids of all checks that are there
 */
export function frameworkOf(given: unknown, taken: readonly string[], ids: readonly string[], wrong: Wrong): Framework {
  const { key, name, version = null, requirements } = isRecord(given) ? given : {};
  if (typeof key !== 'string' || !/^[a-z0-9][a-z0-9_.-]*$/.test(key))
    throw wrong(`a framework's key is ${JSON.stringify(key)}; expected small letters, digits, _ . and -`);
  if (taken.includes(key)) throw wrong(`the framework ${key} is there already`);
  if (typeof name !== 'string') throw wrong(`framework ${key}: name is not a text`);
  if (version !== null && typeof version !== 'string')
    throw wrong(`framework ${key}: version is neither a text nor null`);
  if (!isList(requirements)) throw wrong(`framework ${key}: requirements is not a list`);
  const all = requirements.map((each) => {
    const { id, checks } = isRecord(each) ? each : {};
    if (typeof id !== 'string' || !isList(checks))
      throw wrong(`framework ${key}: a requirement has no id or no list of checks`);
    const names = checks.map((check) => {
      if (typeof check === 'string' && ids.includes(check)) return check;
      const near = typeof check === 'string' ? nearest(check, ids) : [];
      const offer = near.length === 0 ? '' : `; did you mean ${near.join(', ')}?`;
      throw wrong(`framework ${key}, ${id}: there is no check ${String(check)}${offer}`);
    });
    return { id, checks: names };
  });
  return { key, name, version, requirements: all };
}

/** A report of a pack; its code is watched like a check's. */
export function reportOf(given: unknown, file: string, wrong: Wrong): Reporter {
  const { name, extension, render } = isRecord(given) ? given : {};
  if (typeof name !== 'string' || !/^[a-z][a-z0-9-]*$/.test(name))
    throw wrong(`a report's name is ${JSON.stringify(name)}; expected small letters, digits and -`);
  if (typeof extension !== 'string' || !/^[a-z0-9]+(\.[a-z0-9]+)*$/.test(extension))
    throw wrong(`report ${name}: extension is ${JSON.stringify(extension)}; expected one such as md, without the dot`);
  if (typeof render !== 'function') throw wrong(`report ${name}: render is not a function`);
  const within = watched(`${file}: report ${name}`);
  const theirs = render.bind(given) as Reporter['render'];
  return {
    name,
    extension,
    *render(result, options) {
      const pieces = within(() => theirs(result, options)[Symbol.iterator]());
      for (;;) {
        const next = within(() => pieces.next());
        if (next.done === true) return;
        yield next.value;
      }
    },
  };
}
