import { describe, expect, it } from 'vitest';
import { along, defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import type { Check } from '../../src/engine/check.ts';
import { evaluate } from '../../src/engine/evaluate.ts';
import { fingerprintOf } from '../../src/engine/fingerprint.ts';
import { judge } from '../../src/engine/judge.ts';
import {
  emptyInventory,
  colour,
  denied,
  failed,
  inventoryOf,
  other,
  record,
  roamer,
  thing,
  unsupported,
} from './fakes.ts';

const texts = {
  title: 'A thing is red',
  severity: 'high',
  category: 'security',
  risk: 'r',
  fix: { text: 'f' },
  references: [],
} as const;
const now = Date.parse('2026-06-01T00:00:00Z');

const isRed = defineCheck({
  ...texts,
  id: 'fake-thing-red',
  resource: thing,
  needs: ['colour'],
  evaluate: ({ name, colour: c }) =>
    c === undefined
      ? fail(`${name} has no colour`)
      : c.colour === 'red'
        ? pass(`${name} is red`, c)
        : fail(`${name} is ${c.colour}`, c),
});

const statusesOf = (check: Check, inventory: Parameters<typeof evaluate>[1]) =>
  evaluate([check], inventory, { now }).findings.map((f) => [f.resource.id, f.status]);

describe('evaluate', () => {
  it('judges what was read, absence included', () => {
    const inventory = inventoryOf({
      'eu-west-1': [
        record('a', { colour: colour('red') }),
        record('b', { colour: colour('blue') }),
        record('c', { colour: { kind: 'absent', code: 'NoColour' } }),
      ],
    });
    expect(statusesOf(isRed, inventory)).toEqual([
      ['a', 'pass'],
      ['b', 'fail'],
      ['c', 'fail'],
    ]);
  });

  it('makes a denied facet unknown, names the action, and counts it', () => {
    const { findings, checks, gaps } = evaluate(
      [isRed],
      inventoryOf({ 'eu-west-1': [record('a', { colour: denied })] }),
      { now },
    );
    expect(findings).toMatchObject([
      {
        status: 'unknown',
        unknown: { actions: ['fake:GetColour'], cause: expect.stringContaining('no policy allows it') as string },
        evidence: [{ facet: 'list' }, { facet: 'colour', outcome: 'denied', code: 'AccessDenied' }],
      },
    ]);
    expect(checks).toMatchObject([{ check: isRed.id, judged: 0, notJudged: 1, notApplicable: 0, unsupported: 0 }]);
    expect(checks).toMatchObject([{ population: 1, unlisted: 0, leftOut: 0 }]);
    expect(gaps.list()).toMatchObject([
      {
        resourceType: 'Test::Fake::Thing',
        region: 'eu-west-1',
        facet: 'colour',
        kind: 'denied',
        resources: 1,
        checks: [isRed.id],
      },
    ]);
  });

  it('keeps a verdict that is reached without looking at what was denied, and no other', () => {
    const inventory = inventoryOf({
      'eu-west-1': [
        record('bad', { colour: denied }),
        record('good', { colour: denied }),
        record('odd', { colour: denied }),
      ],
    });
    const verdict = (evaluateOne: (subject: { readonly id: string; readonly colour: unknown }) => boolean) =>
      statusesOf(
        defineCheck({
          ...texts,
          id: 'fake-thing-red',
          resource: thing,
          needs: ['colour'],
          evaluate: (subject) =>
            evaluateOne(subject) ? fail(`${subject.name} is bad`) : pass(`${subject.name} is not`),
        }),
        inventory,
      );
    const kept = [
      ['bad', 'fail'],
      ['good', 'unknown'],
      ['odd', 'unknown'],
    ];
    expect(verdict((subject) => subject.id === 'bad' || subject.colour !== undefined)).toEqual(kept);
    // a copy looks at everything, and so does whoever asks what there is
    const none = kept.map(([id]) => [id, 'unknown']);
    expect(verdict((subject) => ({ ...subject }).id === 'bad')).toEqual(none);
    expect(verdict((subject) => Object.values(subject).length > 0)).toEqual(none);
    expect(verdict(({ id, colour: unread }) => id === 'bad' || unread !== undefined)).toEqual(none);
  });

  it('shows in the evidence of such a verdict that the facet was denied', () => {
    const check = defineCheck({
      ...texts,
      id: 'fake-thing-red',
      resource: thing,
      needs: ['colour'],
      evaluate: ({ name }) => fail(`${name} is bad`),
    });
    const { findings, checks } = evaluate([check], inventoryOf({ 'eu-west-1': [record('a', { colour: denied })] }), {
      now,
    });
    expect(findings).toMatchObject([
      { status: 'fail', evidence: [{ facet: 'list' }, { facet: 'colour', outcome: 'denied' }] },
    ]);
    expect(checks).toMatchObject([{ judged: 1, notJudged: 0 }]);
  });

  it('makes one unknown finding of a list that failed, in its region only', () => {
    const { findings } = evaluate(
      [isRed],
      inventoryOf({ 'eu-west-1': failed, 'us-east-1': [record('a', { colour: colour('red') }, 'us-east-1')] }),
      { now },
    );
    expect(findings.map((f) => [f.region, f.status, f.resource.id])).toEqual([
      ['eu-west-1', 'unknown', '*'],
      ['us-east-1', 'pass', 'a'],
    ]);
  });

  it('makes no finding where the service does not exist, but says so in coverage', () => {
    const { findings, checks, gaps } = evaluate([isRed], inventoryOf({ 'us-east-1': unsupported }), { now });
    expect(findings).toEqual([]);
    expect(checks[0]).toMatchObject({ unsupported: 1, notJudged: 0 });
    expect(gaps.list()).toMatchObject([{ kind: 'unsupported', facet: 'list' }]);
  });

  it.each([
    ['a list, where the service is known to exist', { 'eu-west-1': unsupported }],
    ['a facet', { 'us-east-1': [record('a', { colour: unsupported }, 'us-east-1')] }],
  ])('does not believe "unsupported" of %s', (_what, things) => {
    const { findings, checks, gaps } = evaluate([isRed], inventoryOf(things), { now });
    const cause = expect.stringContaining('the host or the operation was not found (ENOTFOUND)') as string;
    expect(findings).toMatchObject([{ status: 'unknown', unknown: { actions: [], cause } }]);
    expect(checks[0]).toMatchObject({ unsupported: 0, notJudged: 1 });
    expect(gaps.list()).toMatchObject([{ kind: 'failed', cause }]);
  });

  it('is unknown for a facet the snapshot does not hold', () => {
    expect(statusesOf(isRed, inventoryOf({ 'eu-west-1': [record('a')] }))).toEqual([['a', 'unknown']]);
  });

  it('is unknown for a type the snapshot does not hold', () => {
    const inventory = emptyInventory();
    inventory.collected.delete(thing.key);
    expect(statusesOf(isRed, inventory)).toEqual([['*', 'unknown']]);
  });

  it('says nothing of an account without such resources', () => {
    expect(statusesOf(isRed, inventoryOf({ 'eu-west-1': [] }))).toEqual([]);
  });

  it.each<[unknown, string]>([
    [undefined, 'nothing (a return is missing)'],
    ['pass', 'string "pass"'],
    [{ status: 'FAIL' }, 'an object that is no verdict'],
    [{ kind: 'pass' }, 'an object that is no verdict'],
    [Promise.resolve(pass('x')), 'a promise (evaluate must not be async)'],
  ])('takes a check that returns %o for unknown, naming it', (value, found) => {
    const odd = { ...isRed, evaluate: () => value as never };
    const { findings } = evaluate([odd], inventoryOf({ 'eu-west-1': [record('a', { colour: colour('red') })] }), {
      now,
    });
    expect(findings).toMatchObject([
      {
        status: 'unknown',
        message: expect.stringContaining(`error in the check ${isRed.id}: evaluate returned ${found}`),
      },
    ]);
  });

  it('takes a check that throws for unknown, naming it', () => {
    const broken = defineCheck({
      ...texts,
      id: 'fake-broken',
      resource: thing,
      evaluate: () => {
        throw new Error('oops');
      },
    });
    const { findings } = evaluate([broken], inventoryOf({ 'eu-west-1': [record('a')] }), { now });
    expect(findings).toMatchObject([{ status: 'unknown', unknown: { cause: 'error in the check fake-broken: oops' } }]);
  });

  it('gives checks frozen subjects', () => {
    const vandal = defineCheck({
      ...texts,
      id: 'fake-vandal',
      resource: thing,
      needs: ['colour'],
      evaluate: (subject) => {
        (subject.colour as { colour: string }).colour = 'red';
        return pass('x');
      },
    });
    expect(statusesOf(vandal, inventoryOf({ 'eu-west-1': [record('a', { colour: colour('blue') })] }))).toEqual([
      ['a', 'unknown'],
    ]);
  });

  it('makes no finding of what does not apply, and an unknown of what is undecided', () => {
    const na = defineCheck({ ...texts, id: 'fake-na', resource: thing, evaluate: () => notApplicable('no') });
    const un = defineCheck({ ...texts, id: 'fake-un', resource: thing, evaluate: () => unknown('cannot be parsed') });
    const inventory = inventoryOf({ 'eu-west-1': [record('a')] });
    expect(evaluate([na], inventory, { now }).checks[0]).toMatchObject({ notApplicable: 1, judged: 0 });
    expect(evaluate([un], inventory, { now })).toMatchObject({
      findings: [{ status: 'unknown', message: 'cannot be parsed' }],
      checks: [{ notJudged: 1 }],
    });
  });

  it('sorts by severity, check, region and resource, whatever the order of reading', () => {
    const low = defineCheck({
      ...texts,
      severity: 'low',
      id: 'fake-a-low',
      resource: thing,
      evaluate: ({ name }) => fail(name),
    });
    const records = [record('b', { colour: colour('red') }), record('a', { colour: colour('red') })];
    const one = evaluate([low, isRed], inventoryOf({ 'us-east-1': [], 'eu-west-1': records }), { now }).findings;
    const two = evaluate([isRed, low], inventoryOf({ 'eu-west-1': records.toReversed(), 'us-east-1': [] }), {
      now,
    }).findings;
    expect(one.map((f) => [f.check, f.resource.id])).toEqual([
      ['fake-thing-red', 'a'],
      ['fake-thing-red', 'b'],
      ['fake-a-low', 'a'],
      ['fake-a-low', 'b'],
    ]);
    expect(JSON.stringify(two)).toBe(JSON.stringify(one));
  });

  it('identifies a finding by check, account, region and ARN alone', () => {
    const [finding] = evaluate([isRed], inventoryOf({ 'eu-west-1': [record('a', { colour: colour('red') })] }), {
      now,
    }).findings;
    expect(finding?.fingerprint).toBe(
      fingerprintOf('fake-thing-red', '111122223333', 'eu-west-1', 'arn:aws:fake:eu-west-1:111122223333:a'),
    );
    expect(finding?.fingerprint).toMatch(/^[0-9a-f]{32}$/);
  });

  it('leaves out resources of regions that are not scanned', () => {
    expect(
      statusesOf(
        isRed,
        inventoryOf({
          global: [
            record('far', { colour: colour('red') }, 'ap-south-1'),
            record('lost', { colour: colour('red') }, 'unknown'),
          ],
        }),
      ),
    ).toEqual([['lost', 'pass']]);
  });
});

const withOthers = (witness: boolean, reach: 'account' | 'region' = 'account') =>
  defineCheck({
    ...texts,
    id: 'fake-thing-accompanied',
    resource: thing,
    along: { others: along(other, { needs: ['colour'], witness, reach }) },
    evaluate: ({ name }, { along: { others } }) =>
      others.some((o) => o.colour.colour === 'red')
        ? pass(`${name} has a red other`)
        : fail(`${name} has no red other among ${others.length}`),
  });

const without = defineCheck({
  ...texts,
  id: 'fake-thing-without',
  resource: thing,
  along: { others: along(other, { needs: ['colour'], optional: true }) },
  evaluate: ({ name }, { along: { others }, unreadAlong }) =>
    fail(`${name}: ${others.length} others; unread: ${JSON.stringify(unreadAlong)}`),
});

describe('a check that judges without what could not be read', () => {
  const things = { 'eu-west-1': [record('a')] };
  const judged = (others: Parameters<typeof inventoryOf>[1]) =>
    evaluate([without], inventoryOf(things, others), { now });

  it('knows that nothing is missing', () => {
    expect(judged({ 'eu-west-1': [record('x', { colour: colour('red') })] }).findings).toMatchObject([
      { status: 'fail', message: 'a: 1 others; unread: {}' },
    ]);
  });

  it.each([
    ['list', { 'eu-west-1': failed, 'us-east-1': [] }, 0, { actions: [], cause: 'it broke' }],
    [
      'facet',
      { 'eu-west-1': [record('x', { colour: denied }), record('y', { colour: colour('red') })] },
      1,
      { actions: ['fake:GetColour'], cause: 'fake:GetColour denied' },
    ],
  ])('is told why a %s is missing, and the evidence shows it', (_what, others, count, { actions, cause }) => {
    const { findings, checks } = judged(others);
    expect(findings).toHaveLength(1);
    const [finding] = findings;
    expect(finding?.status).toBe('fail');
    expect(finding?.message).toContain(`a: ${count} others; unread: {"others":{"actions":${JSON.stringify(actions)}`);
    expect(finding?.message).toContain(cause);
    expect(finding?.evidence).toMatchObject([{ facet: 'list' }, { facet: 'others' }]);
    expect(finding?.evidence[1]?.outcome).not.toBe('present');
    expect(checks).toMatchObject([{ judged: 1, notJudged: 0 }]);
  });

  it('may look at what is left of it where it does not look at what is needed', () => {
    const both = {
      ...without,
      along: { ...without.along, needed: along(other, { needs: ['colour'] }) },
    } as unknown as typeof without;
    expect(statusesOf(both, inventoryOf(things, { 'eu-west-1': failed }))).toEqual([['a', 'fail']]);
  });

  it('still needs what another name declares as needed', () => {
    const both = {
      ...without,
      along: { ...without.along, needed: along(other, { needs: ['colour'] }) },
      evaluate: (_: never, context: { along: { needed: readonly object[] } }) =>
        fail(`a: ${context.along.needed.length}`),
    } as unknown as typeof without;
    expect(statusesOf(both, inventoryOf(things, { 'eu-west-1': failed }))).toEqual([['a', 'unknown']]);
  });
});

describe('a check that reads other types along', () => {
  const things = { 'eu-west-1': [record('a')] };

  it('gets them all, of every region', () => {
    const { findings } = evaluate(
      [withOthers(false)],
      inventoryOf(things, { 'us-east-1': [record('x', { colour: colour('red') }, 'us-east-1')] }),
      { now },
    );
    expect(findings).toMatchObject([
      {
        status: 'pass',
        evidence: [
          { facet: 'list' },
          { facet: 'others', actions: ['fake:ListThings', 'fake:GetColour'], outcome: 'present' },
        ],
      },
    ]);
  });

  it('gets those of its own region when it asks for them', () => {
    const inventory = inventoryOf(things, {
      'us-east-1': [record('x', { colour: colour('red') }, 'us-east-1')],
      'eu-west-1': [],
    });
    expect(statusesOf(withOthers(false, 'region'), inventory)).toEqual([['a', 'fail']]);
  });

  it.each([
    ['list', { 'us-east-1': failed, 'eu-west-1': [record('x', { colour: colour('red') })] }],
    ['facet', { 'eu-west-1': [record('x', { colour: colour('red') }), record('y', { colour: denied })] }],
  ])('is unknown when a %s of them could not be read', (_what, others) => {
    expect(statusesOf(withOthers(false), inventoryOf(things, others))).toEqual([['a', 'unknown']]);
  });

  it('still passes on a witness, though some could not be read', () => {
    expect(
      statusesOf(
        withOthers(true),
        inventoryOf(things, { 'us-east-1': failed, 'eu-west-1': [record('x', { colour: colour('red') })] }),
      ),
    ).toEqual([['a', 'pass']]);
  });

  it('does not fail without a witness while some could not be read', () => {
    const { findings } = evaluate(
      [withOthers(true)],
      inventoryOf(things, { 'us-east-1': failed, 'eu-west-1': [record('x', { colour: colour('blue') })] }),
      { now },
    );
    expect(findings).toMatchObject([
      { status: 'unknown', unknown: { cause: expect.stringContaining('it broke') as string } },
    ]);
  });

  it('takes a type that does not exist in a region for none there', () => {
    expect(statusesOf(withOthers(false), inventoryOf(things, { 'us-east-1': unsupported, 'eu-west-1': [] }))).toEqual([
      ['a', 'fail'],
    ]);
  });

  it.each([
    ['a list where it is known to exist', { 'eu-west-1': unsupported }],
    ['a facet', { 'eu-west-1': [record('x', { colour: colour('red') }), record('y', { colour: unsupported })] }],
  ])('does not take "unsupported" of %s for none', (_what, others) => {
    expect(statusesOf(withOthers(false), inventoryOf(things, others))).toEqual([['a', 'unknown']]);
  });

  it('is unknown when the snapshot does not hold them', () => {
    const inventory = inventoryOf(things);
    inventory.collected.delete(other.key);
    expect(statusesOf(withOthers(false), inventory)).toEqual([['a', 'unknown']]);
  });
});

describe('a resource of which it is not known where it is', () => {
  const roamers = defineCheck({
    ...texts,
    id: 'fake-roamer-accompanied',
    resource: roamer,
    along: { others: along(other, { reach: 'region' }) },
    evaluate: ({ name }, { along: { others } }) => pass(`${name} has ${others.length} others`),
  });
  const alone = defineCheck({
    ...texts,
    id: 'fake-roamer-alone',
    resource: roamer,
    evaluate: ({ name }) => pass(`${name} is there`),
  });
  const withRoamers = (reach: 'account' | 'region') =>
    defineCheck({
      ...texts,
      id: 'fake-thing-roamed',
      resource: thing,
      along: { roamers: along(roamer, { reach }) },
      evaluate: ({ name }, { along: { roamers: all } }) => pass(`${name} has ${all.length} roamers`),
    });
  const inventory = inventoryOf(
    { 'eu-west-1': [record('a')] },
    { 'eu-west-1': [record('x')], 'us-east-1': [record('y', {}, 'us-east-1')] },
  );
  inventory.collected.add(roamer.key);
  inventory.add({
    type: roamer.key,
    region: 'global',
    result: {
      kind: 'present',
      records: [
        record('lost', { home: denied }, 'unknown'),
        record('found', { home: { kind: 'present', value: 'eu-west-1' } }),
        record('mute', { home: { kind: 'present', value: 7 } }, 'unknown'),
        record('hushed', { home: failed }, 'unknown'),
      ],
    },
  });
  const judged = (check: Check) => evaluate([check], inventory, { now });
  const gapsOf = (check: Check) =>
    judged(check)
      .gaps.list()
      .map(({ resourceType, region, facet, kind, resources }) => [resourceType, region, facet, kind, resources]);
  const gaps = [
    ['Test::Fake::Roamer', 'unknown', 'home', 'failed', 1],
    ['Test::Fake::Roamer', 'unknown', 'home', 'denied', 1],
    ['Test::Fake::Roamer', 'unknown', 'home', 'failed', 1],
  ];

  it('is unknown where what is in the same region decides, each for its own reason', () => {
    const { findings, checks } = judged(roamers);
    expect(
      findings.map(({ resource, status, unknown: why }) => [resource.id, status, why?.cause, why?.actions]),
    ).toEqual([
      ['found', 'pass', undefined, undefined],
      ['hushed', 'unknown', 'fake:ListThings failed: it broke (InternalError)', []],
      ['lost', 'unknown', expect.stringContaining('fake:GetColour denied'), ['fake:GetColour']],
      ['mute', 'unknown', 'AWS does not say in which region the resource is (NoRegion)', []],
    ]);
    expect(findings[0]?.message).toBe('found has 1 others');
    expect(checks[0]).toMatchObject({ judged: 1, notJudged: 3 });
    expect(gapsOf(roamers)).toEqual(gaps);
  });

  it('keeps a verdict that does not rest on the region, but coverage counts it and the evidence shows it', () => {
    const { findings, checks } = judged(alone);
    expect(findings.map(({ status }) => status)).toEqual(['pass', 'pass', 'pass', 'pass']);
    expect(checks[0]).toMatchObject({ judged: 4, notJudged: 0 });
    expect(gapsOf(alone)).toEqual(gaps);
    const lost = findings.find(({ resource }) => resource.id === 'lost');
    expect(lost?.evidence).toMatchObject([{ facet: 'list' }, { facet: 'home', outcome: 'denied' }]);
    expect(judge([alone], inventory, { now, source: 'aws' }).run.complete).toBe(false);
  });

  it('may be in the region that another resource is judged with', () => {
    expect(judged(withRoamers('region')).findings).toMatchObject([{ status: 'unknown' }]);
    expect(gapsOf(withRoamers('region'))).toContainEqual(gaps[1]);
  });

  it('is among those of the whole account, and counted', () => {
    expect(judged(withRoamers('account')).findings).toMatchObject([{ status: 'pass', message: 'a has 4 roamers' }]);
    expect(gapsOf(withRoamers('account'))).toEqual(gaps);
  });
});
