import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { NoShape } from '../../src/aws/xml-shape.ts';
import { list, read, shapeOf, struct } from '../helpers/xml-schema.ts';

describe('a schema', () => {
  const union = [4, 'test', 'Choice', 0, ['A', 'B'], [0, 0]];

  it.each<[string, unknown]>([
    ['a union', union],
    ['a document', 15],
    ['an event', [0, { eventPayload: 1 }]],
  ])('with %s is left to the SDK', (_what, member) => {
    expect(() => shapeOf(struct('Output', { Name: 0, List: list(struct('Item', { member })) }))).toThrow(NoShape);
  });

  it('that is left to the SDK leaves no half of it to another', () => {
    const half = struct('Half', { Choice: union, Name: 0 });
    expect(() => shapeOf(struct('First', { Half: half }))).toThrow(NoShape);
    expect(() => shapeOf(struct('Second', { Half: half }))).toThrow(NoShape);
  });

  it('of a root names the root only, not the members that are of it', () => {
    const named = [3, 'test', 'Inner', { xmlName: 'Root' }, ['Name'], [0]];
    const xml = '<Root><Inner><Name>a</Name></Inner><Root><Name>b</Name></Root></Root>';
    expect(read(xml, struct('Output', { Inner: named }))).toEqual({ Inner: { Name: 'a' } });
  });

  it('may hold itself', () => {
    const node: unknown[] = struct('Node', { Name: 0 }) as unknown[];
    node[4] = ['Name', 'Next'];
    node[5] = [0, () => node];
    const xml = '<R><Name>a</Name><Next><Name>b</Name><Next/></Next></R>';
    expect(read(xml, node)).toEqual({ Name: 'a', Next: { Name: 'b', Next: {} } });
  });
});

it('a text keeps nothing of its document in memory', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const used = (): number => {
    collect();
    const { heapUsed, external } = process.memoryUsage();
    return (heapUsed + external) / 2 ** 20;
  };
  const documentOf = (at: number): Uint8Array =>
    Buffer.from(
      `<R><x>${'filler '.repeat(700_000)}</x><Name>a text of document ${at}</Name><other-name>Ü${at}, of more than twelve</other-name><Grantee xsi:type="kind of document ${at}"/></R>`,
    );
  const held: unknown[] = [];
  held.push(read(documentOf(0)));
  const before = used();
  // One or another of the 50 MB may still be on the stack.
  for (let at = 1; at <= 10; at++) held.push(read(documentOf(at)));
  expect(held).toHaveLength(11);
  expect(used() - before).toBeLessThan(15);
});
