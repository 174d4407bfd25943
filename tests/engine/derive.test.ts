import { describe, expect, it } from 'vitest';
import { along, defineCheck, fail, pass } from '../../src/engine/check.ts';
import { ReportInputs, alongOf, derive, derivationsOf } from '../../src/engine/derive.ts';
import { evaluate } from '../../src/engine/evaluate.ts';
import { Inventory } from '../../src/inventory/inventory.ts';
import { planFor } from '../../src/inventory/plan.ts';
import { resource } from '../../src/inventory/resource.ts';
import { ec2 } from '../../src/services/ec2/service.ts';
import type { s3 } from '../../src/services/s3/service.ts';
import { emptyInventory } from './fakes.ts';

const typeOf = (service: typeof ec2 | typeof s3, name: string) =>
  resource(service as typeof ec2, name, {
    calls: ['DescribeVpcs'],
    narrows: { DescribeVpcs: { Filters: 'unless given', VpcIds: 'unless given' } },
    async *list() {
      yield { id: 'x', arn: `arn:${name}:x` };
    },
  });
const things = typeOf(ec2, 'AWS::EC2::Thing');
const parts = typeOf(ec2, 'AWS::EC2::Part');

const counted = (optional = false) => {
  let times = 0;
  const inner = derive('how many parts', { parts: along(parts, { optional }) }, (values, { unreadAlong }) => {
    times += 1;
    return { parts: values.parts.length, unread: Object.keys(unreadAlong) };
  });
  const outer = derive('twice as many', { inner }, (values, { detail }) => ({ twice: values.inner.parts * 2, detail }));
  return { inner, outer, times: () => times };
};

type Counted = ReturnType<typeof counted>;

const checkOf = (id: string, { inner, outer }: Pick<Counted, 'inner' | 'outer'>, looks = true) =>
  defineCheck({
    id: `ec2-${id}`,
    title: id,
    severity: 'low',
    category: 'security',
    resource: things,
    derived: { inner, outer },
    risk: '',
    fix: { text: '' },
    references: [],
    evaluate: ({ name }, { derived }) =>
      looks ? pass(`${name} ${derived.inner.parts} ${derived.outer.twice} ${derived.inner.unread.join()}`) : fail(name),
  });

const inventoryOf = (partsRead = true): Inventory => {
  const inventory = new Inventory({ ...emptyInventory().header, regions: ['eu-west-1'] });
  const records = (name: string) => [
    { item: { id: 'x', name: 'x' }, arn: `arn:${name}:x`, region: 'eu-west-1', outcomes: {} },
  ];
  for (const { key } of [things, parts]) {
    inventory.collected.add(key);
    const present = { kind: 'present', records: records(key) } as const;
    const gap = { kind: 'denied', actions: ['ec2:DescribeVpcs'], code: 'X', by: 'unspecified' } as const;
    inventory.add({ type: key, region: 'eu-west-1', result: key === parts.key && !partsRead ? gap : present });
  }
  return inventory;
};

const judged = (checks: ReturnType<typeof checkOf>[], inventory = inventoryOf(), reports?: ReportInputs) =>
  evaluate(checks, inventory, { now: 0, reports }).findings.map(({ status, message }) => `${status} ${message}`);

describe('what is worked out of several types', () => {
  it('is worked out once for all checks that read the same, and anew for another inventory', () => {
    const all = counted();
    const checks = [checkOf('a', all), checkOf('b', all)];
    expect(judged(checks)).toEqual(['pass x 1 2 ', 'pass x 1 2 ']);
    expect(all.times()).toBe(1);
    judged(checks);
    expect(all.times()).toBe(2);
  });

  it('is not worked out where nobody looks at it', () => {
    const all = counted();
    expect(judged([checkOf('a', all, false)])).toEqual(['fail x']);
    expect(all.times()).toBe(0);
  });

  it('brings what it is worked out of into the plan and the evidence', () => {
    const check = checkOf('a', counted());
    expect(planFor([check]).map(({ type, whole }) => [type.type, whole])).toEqual([
      ['AWS::EC2::Part', true],
      ['AWS::EC2::Thing', false],
    ]);
    const [finding] = evaluate([check], inventoryOf(), { now: 0 }).findings;
    expect(finding?.evidence.map(({ facet, outcome }) => [facet, outcome])).toContainEqual(['parts', 'present']);
    expect([...derivationsOf(check)].map(({ name }) => name)).toEqual(['how many parts', 'twice as many']);
  });

  it.each([
    ['unknown where what it needs could not be read', false, /^unknown x could not be judged: ec2:DescribeVpcs denied/],
    ['told what is missing of what is optional', true, /^pass x 0 0 parts$/],
  ])('is %s', (_name, optional, message) => {
    expect(judged([checkOf('a', counted(optional))], inventoryOf(false))).toEqual([expect.stringMatching(message)]);
  });

  it('is kept for reports that declare it, in detail; and for no other', () => {
    const { inner, outer } = counted();
    const reports = new ReportInputs([outer]);
    judged([checkOf('a', { inner, outer })], inventoryOf(), reports);
    expect(reports.get(outer)).toEqual({ twice: 2, detail: true });
    expect(reports.get(inner)).toBeUndefined();
  });

  it.each([
    ['where all of it was read', true, false, { twice: 2, detail: true }],
    ['not where some of it was not', false, false, undefined],
    ['also without what is optional', false, true, { twice: 0, detail: true }],
    ['not where it was never asked for', undefined, false, undefined],
  ])('is worked out for reports although no check asks for it, %s', (_what, read, optional, expected) => {
    const { outer } = counted(optional);
    const reports = new ReportInputs([outer], { wholeAtEnd: [outer] });
    const inventory = inventoryOf(read);
    if (read === undefined) inventory.collected.delete(parts.key);
    judged([], inventory, reports);
    expect(reports.get(outer)).toEqual(expected);
  });

  it('cannot give one name to two needs', () => {
    const one = derive('one', { parts: along(parts) }, () => 1);
    expect(() => alongOf({ one, parts: along(things) })).toThrow('two needs are called parts');
  });
});
