import type { ApiFactory } from '../aws/api.ts';
import { ApiFactory as Factory } from '../aws/api.ts';
import { Limiter } from '../aws/limiter.ts';
import { planFor } from '../inventory/plan.ts';
import { collect } from '../inventory/collect.ts';
import { Inventory } from '../inventory/inventory.ts';
import type { ResourceRecord } from '../inventory/inventory.ts';
import type { Gap } from '../aws/outcome.ts';
import type { AnyResourceType } from '../inventory/resource.ts';

/** Answers by operation: an output, an error to throw, or a function of the input (and region). */
export type Answers = Readonly<Record<string, unknown>>;

/** An error as the SDK throws it. */
export function awsError(name: string, message = name, status = 400): Error {
  return Object.assign(new Error(message), { name, $metadata: { httpStatusCode: status } });
}

export interface Sent {
  readonly operation: string;
  readonly input: Record<string, unknown>;
  readonly region: string;
}

/**
 * Collects one resource type against stubbed answers, through the real collector, paginators and classification;
 * nothing is sent. An operation without an answer fails the test by an error that names it.
 * @returns the records (or the gap of the list) and what was asked
 */
export async function collectType(
  type: AnyResourceType,
  facets: readonly string[],
  answers: Answers,
  options: { region?: string; partition?: string } = {},
): Promise<{ records: readonly ResourceRecord[]; gap: Gap | undefined; sent: readonly Sent[] }> {
  const sent: Sent[] = [];
  const region = options.region ?? 'eu-west-1';
  const inventory = new Inventory({
    account: '111122223333',
    partition: options.partition ?? 'aws',
    caller: 'arn:aws:iam::111122223333:user/test',
    regions: [region],
    skippedRegions: [],
    startedAt: '2026-06-01T00:00:00.000Z',
    version: '0.0.0',
  });
  const plan = planFor([{ id: 'test', resource: type, needs: facets, along: {} }]);
  await collect({ plan, inventory, apis: stubbedApis(answers, sent) });
  const listing = inventory.listings(type)[0];
  if (listing === undefined) throw new Error(`${type.key} was not listed`);
  return listing.result.kind === 'present'
    ? { records: listing.result.records, gap: undefined, sent }
    : { records: [], gap: listing.result, sent };
}

/** An `ApiFactory` whose clients answer from a table. */
export function stubbedApis(answers: Answers, sent: Sent[]): ApiFactory {
  return new Factory({
    limiter: new Limiter({ random: () => 0 }),
    clients: {
      get: (_service, region) =>
        Promise.resolve({
          send(command: object) {
            const operation = command.constructor.name.replace(/Command$/, '');
            const input = (command as { input: Record<string, unknown> }).input;
            sent.push({ operation, input, region });
            if (!(operation in answers)) return Promise.reject(new Error(`the test has no answer for ${operation}`));
            const answer = answers[operation];
            const value =
              typeof answer === 'function' ? (answer as (i: unknown, r: string) => unknown)(input, region) : answer;
            return value instanceof Error ? Promise.reject(value) : Promise.resolve(value);
          },
        }),
    },
  });
}
