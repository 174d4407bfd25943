import * as fc from 'fast-check';
import type { Json } from '../documents.ts';
import {
  anyCondition,
  anyStatement,
  anyStatements,
  documentOf,
  type MadeCondition,
  type MadeStatement,
  written,
} from './generated.ts';

/** A document, the same after a change, and what the change may do to who gets in. */
export interface Change {
  readonly name: string;
  readonly may: 'widen' | 'narrow' | 'nothing';
  /** The change is a condition on who calls or for whom. */
  readonly names: boolean;
  readonly before: Json;
  readonly after: Json;
}

interface Ingredients {
  readonly statements: readonly MadeStatement[];
  readonly statement: MadeStatement;
  readonly condition: MadeCondition;
  readonly at: number;
  readonly half: number;
}

const replaced = <T>(list: readonly T[], at: number, ...by: readonly T[]): T[] => [
  ...list.slice(0, at),
  ...by,
  ...list.slice(at + 1),
];
const single = (value: unknown): unknown => (Array.isArray(value) && value.length === 1 ? value[0] : value);
const turned = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.toReversed().map(turned)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .toReversed()
            .map(([name, inner]) => [name, turned(inner)]),
        )
      : value;

/** The same statements in other words: another order, texts for lists of one, another case, values twice. */
function rewritten(statements: readonly MadeStatement[], how: number): Json {
  const list = statements.map(written);
  switch (how % 4) {
    case 0:
      return turned({ Version: '2012-10-17', Statement: list }) as Json;
    case 1:
      return {
        Version: '2012-10-17',
        Statement: list.map((one) =>
          Object.fromEntries(Object.entries(one).map(([name, value]) => [name, single(value)])),
        ),
      };
    case 2:
      return documentOf(
        statements.map((one) => ({
          ...one,
          actions: one.actions.map((text) => text.toUpperCase()),
          conditions: one.conditions.map((condition) => ({
            operator: condition.operator.toLowerCase(),
            key: condition.key.toUpperCase(),
            values: [...condition.values, ...condition.values],
          })),
        })),
      );
    default:
      return {
        Version: '2012-10-17',
        Statement: [...list.slice(how % list.length), ...list.slice(0, how % list.length), ...list],
      };
  }
}

const isPlain = (operator: string): boolean => !/^For|Not|Null/.test(operator);

/** Splits a statement by one of its lists. undefined: there is nothing to split. */
function split(made: MadeStatement, how: number): MadeStatement[] | undefined {
  const halves = <T>(list: readonly T[]): [T[], T[]] | undefined =>
    list.length < 2 ? undefined : [list.slice(0, 1), list.slice(1)];
  switch (how % 4) {
    case 0:
      return made.not.action ? undefined : halves(made.actions)?.map((actions) => ({ ...made, actions }));
    case 1:
      return made.not.resource ? undefined : halves(made.resources)?.map((resources) => ({ ...made, resources }));
    case 2:
      return made.not.principal ? undefined : halves(made.principals)?.map((principals) => ({ ...made, principals }));
    default: {
      const at = made.conditions.findIndex(({ operator, values }) => isPlain(operator) && values.length > 1);
      const condition = made.conditions[at];
      const isFirst = made.conditions.findIndex(
        ({ operator, key }) => operator === condition?.operator && key === condition.key,
      );
      if (condition === undefined || isFirst !== at) return undefined;
      return halves(condition.values)?.map((values) => ({
        ...made,
        conditions: replaced(made.conditions, at, { ...condition, values }),
      }));
    }
  }
}

const isWritten = ({ conditions }: MadeStatement, { operator, key }: MadeCondition): boolean =>
  conditions.some((one) => one.operator === operator && one.key === key);

const makers: Readonly<Record<string, (given: Ingredients) => Omit<Change, 'name' | 'names'> | undefined>> = {
  'a further statement': ({ statements, statement, at }) => ({
    may: statement.effect === 'Allow' ? 'widen' : 'narrow',
    before: documentOf(statements),
    after: documentOf([...statements.slice(0, at), statement, ...statements.slice(at)]),
  }),
  'a further condition': ({ statements, condition, at }) => {
    const one = statements[at];
    if (one === undefined || isWritten(one, condition)) return undefined;
    return {
      may: one.effect === 'Allow' ? 'narrow' : 'widen',
      before: documentOf(statements),
      after: documentOf(replaced(statements, at, { ...one, conditions: [...one.conditions, condition] })),
    };
  },
  'other words': ({ statements, half }) => ({
    may: 'nothing',
    before: documentOf(statements),
    after: rewritten(statements, half),
  }),
  'a statement split': ({ statements, at, half }) => {
    const parts = statements[at] === undefined ? undefined : split(statements[at], half);
    if (parts === undefined) return undefined;
    return { may: 'nothing', before: documentOf(statements), after: documentOf(replaced(statements, at, ...parts)) };
  },
};

/** Documents rich in ranges and negations, each with one change. */
export const anyChange: fc.Arbitrary<Change> = fc
  .record({
    name: fc.constantFrom(...Object.keys(makers)),
    statements: anyStatements,
    statement: anyStatement,
    condition: anyCondition,
    at: fc.nat({ max: 4 }),
    half: fc.nat({ max: 11 }),
  })
  .map(({ name, ...given }) => {
    const at = given.at % given.statements.length;
    const made = makers[name]?.({ ...given, at });
    // where this document has nothing to change in this way, it is put in other words
    const change = made ?? makers['other words']?.({ ...given, at });
    const names = /^aws:(?:principal|source)(?:account|arn|org)/i.test(given.condition.key);
    return { name: made === undefined ? 'other words' : name, names, ...change } as Change;
  });
