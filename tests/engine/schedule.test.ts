import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Check } from '../../src/engine/check.ts';
import type { Turn } from '../../src/engine/schedule.ts';
import { Schedule } from '../../src/engine/schedule.ts';
import type { Listing } from '../../src/inventory/inventory.ts';

interface Type {
  readonly key: string;
  readonly scope: 'global' | 'region';
}

/** A check of which only what the schedule looks at is there. */
const check = (id: string, resource: Type, along: readonly { resource: Type; reach: 'account' | 'region' }[]): Check =>
  ({ id, resource, along: Object.fromEntries(along.map((other, at) => [String(at), other])) }) as unknown as Check;

function listing(type: string, region: string, elsewhere = false): Listing {
  const records = elsewhere ? [{ region: 'elsewhere' }] : [{ region }];
  return { type, region, result: { kind: 'present', records } } as unknown as Listing;
}

type Event = { readonly listed: Listing } | { readonly complete: string };

/** What has come, worked out from the definition after each event, without remembering anything but events. */
function hasCome({ check: { along }, listing: own }: Turn, past: readonly Event[]): boolean {
  return Object.values(along).every(({ resource, reach }) =>
    past.some((event) =>
      'complete' in event
        ? event.complete === resource.key
        : event.listed.type === resource.key &&
          event.listed.region === own.region &&
          reach === 'region' &&
          resource.scope === 'region' &&
          own.region !== 'global' &&
          (own.result.kind !== 'present' || own.result.records.every(({ region }) => region === own.region)),
    ),
  );
}

const regions = ['eu-west-1', 'us-east-1', 'ap-south-1'];

/** A few types and checks, and an order in which everything is listed and completed. */
const runs = fc
  .array(fc.constantFrom<'global' | 'region'>('global', 'region'), { minLength: 1, maxLength: 5 })
  .map((scopes) => scopes.map((scope, at): Type => ({ key: `type-${at}`, scope })))
  .chain((types) =>
    fc.record({
      checks: fc
        .array(
          fc.record({
            resource: fc.constantFrom(...types),
            along: fc.array(
              fc.record({
                resource: fc.constantFrom(...types),
                reach: fc.constantFrom<'account' | 'region'>('account', 'region'),
              }),
              { maxLength: 3 },
            ),
          }),
          { maxLength: 6 },
        )
        .map((all) => all.map(({ resource, along }, at) => check(`check-${at}`, resource, along))),
      events: fc
        .tuple(
          ...types.map(({ key, scope }) =>
            fc
              .shuffledSubarray(scope === 'global' ? ['global'] : regions)
              .chain((listed) =>
                fc
                  .array(fc.boolean(), { minLength: listed.length, maxLength: listed.length })
                  .map((away): Event[] => [
                    ...listed.map((region, at) => ({ listed: listing(key, region, away[at]) })),
                    { complete: key },
                  ]),
              ),
          ),
        )
        .chain((all) => fc.infiniteStream(fc.nat()).map((stream) => interleaved(all, stream))),
    }),
  );

/** The events of all types mixed, those of each in their order. */
function interleaved(all: readonly Event[][], stream: Iterator<number>): Event[] {
  const left = all.map((events) => [...events]);
  const mixed: Event[] = [];
  for (;;) {
    const open = left.filter((events) => events.length > 0);
    const next = open[Number(stream.next().value) % Math.max(1, open.length)]?.shift();
    if (next === undefined) return mixed;
    mixed.push(next);
  }
}

const name = (turn: Turn): string => `${turn.check.id} on ${turn.listing.type} in ${turn.listing.region}`;

describe('the schedule', () => {
  it('lets each turn come once, as soon as all it reads along is there, in the order of listings and checks', () => {
    fc.assert(
      fc.property(runs, ({ checks, events }) => {
        const schedule = new Schedule(checks);
        const waiting: Turn[] = [];
        for (const [at, event] of events.entries()) {
          if ('listed' in event)
            for (const each of checks)
              if (each.resource.key === event.listed.type) waiting.push({ check: each, listing: event.listed });
          const come = 'listed' in event ? schedule.listed(event.listed) : schedule.complete(event.complete);
          const expected = waiting.filter((turn) => hasCome(turn, events.slice(0, at + 1)));
          expect(come.map(name)).toEqual(expected.map(name));
          for (const turn of expected) waiting.splice(waiting.indexOf(turn), 1);
          for (const turn of come) schedule.judged(turn);
        }
        expect(waiting).toEqual([]);
      }),
    );
  });

  it('frees each listing once, and not while somebody may still look at it', () => {
    fc.assert(
      fc.property(runs, ({ checks, events }) => {
        const schedule = new Schedule(checks);
        const freed: string[] = [];
        for (const event of events) {
          const come = 'listed' in event ? schedule.listed(event.listed) : schedule.complete(event.complete);
          for (const turn of come) {
            schedule.judged(turn);
            for (const { type, region } of schedule.free()) freed.push(`${type} ${region}`);
            for (const { key } of Object.values(turn.check.along).map(({ resource }) => resource))
              if (!schedule.isDone(turn.check)) expect(freed.filter((each) => each.startsWith(`${key} `))).toEqual([]);
          }
          for (const { type, region } of schedule.free()) freed.push(`${type} ${region}`);
        }
        const all = events.flatMap((event) =>
          'listed' in event ? [`${event.listed.type} ${event.listed.region}`] : [],
        );
        expect(freed.toSorted()).toEqual(all.toSorted());
      }),
    );
  });

  it('looks at a waiting turn only when something it waits for has come', () => {
    let looks = 0;
    const watched = { key: 'watched', scope: 'region' as const };
    const late = { key: 'late', scope: 'region' as const };
    const checks = Array.from({ length: 50 }, (_, at) =>
      check(`c${at}`, watched, [{ resource: late, reach: 'account' }]),
    );
    for (const each of checks)
      for (const other of Object.values(each.along)) {
        const { resource } = other;
        Object.defineProperty(other, 'resource', { get: () => (looks++, resource) });
      }
    const schedule = new Schedule(checks);
    for (let at = 0; at < 100; at++) schedule.listed(listing('watched', `region-${at}`));
    const before = looks;
    for (let at = 0; at < 1000; at++) schedule.complete(`another-${at}`);
    expect(looks).toBe(before);
    expect(schedule.complete('late')).toHaveLength(5000);
    expect(looks).toBeLessThan(5000 * 10);
  });
});
