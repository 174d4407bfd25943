import { describe, expect, it } from 'vitest';
import * as resources from '../../src/services/index.ts';
import type { AnyResourceType, ItemBase } from '../../src/inventory/resource.ts';
import { serviceById } from '../../src/stand-in/models.ts';
import { sample } from '../../src/stand-in/sample.ts';

const account = '123456789012';
const types = Object.values(resources).flatMap((group) => Object.values(group) as AnyResourceType[]);

/** The n-th page of an operation: like the others but for its texts. */
function pageOf(type: AnyResourceType, operation: string, n: number): unknown {
  const model = serviceById(type.service.sdkId.toLowerCase().replaceAll(' ', '-')).model();
  const output = model.operations.get(operation)?.output;
  const page = sample(output as never, (member) =>
    member === 'OwnerId' ? account : `arn:aws:x:us-east-1:${account}:y/text-${n}:${n}`,
  );
  // What was deleted is not listed: a sample with a time for everything would have nothing else.
  for (const list of Object.values(page as object))
    for (const each of Array.isArray(list) ? (list as unknown[]) : [])
      if (typeof each === 'object' && each !== null) Reflect.deleteProperty(each, 'DeletionDate');
  return page;
}

/** What the list yields when the service's pages are these, and which operations it paged through by itself. */
async function listed(
  type: AnyResourceType,
  pages: readonly number[],
): Promise<{ items: ItemBase[]; paged: string[] }> {
  const items: ItemBase[] = [];
  const paged: string[] = [];
  let shared = 0;
  const api = {
    account,
    partition: 'aws',
    region: 'us-east-1',
    in: () => api,
    call: (operation: string) => Promise.resolve(pageOf(type, operation, 0)),
    async once(_key: string, read: () => Promise<unknown>) {
      shared += 1;
      try {
        return await read();
      } finally {
        shared -= 1;
      }
    },
    async *pages(operation: string) {
      if (shared === 0) paged.push(operation);
      // What lists are gone through for, such as clusters, is there twice.
      for (const n of shared === 0 ? pages : [0, 9]) yield await Promise.resolve(pageOf(type, operation, n));
    },
  };
  for await (const item of type.list(api as never)) items.push(item);
  return { items, paged };
}

const paging: { type: AnyResourceType; operation: string }[] = [];
for (const type of types) {
  // A list that reads what an API of the test does not have is none that goes through pages.
  const { paged } = await listed(type, [1]).catch(() => ({ paged: [] }));
  if (paged[0] !== undefined) paging.push({ type, operation: paged[0] });
}

describe('a list that goes through pages', () => {
  it('is one of many', () => expect(paging.length).toBeGreaterThan(25));

  it.each(paging.map((each) => ({ ...each, key: each.type.key })))(
    '$key can go on from its last page, or does not say so',
    async ({ type, operation }) => {
      const whole = await listed(type, [1, 2, 3]);
      const parts = [
        [[1], [2, 3]],
        [[1, 2], [3]],
      ] as const;
      const together = await Promise.all(
        parts.map(async ([first, then]) => [...(await listed(type, first)).items, ...(await listed(type, then)).items]),
      );
      const splits =
        whole.items.length >= 3 && together.every((items) => JSON.stringify(items) === JSON.stringify(whole.items));
      expect([...new Set(whole.paged)]).toEqual([operation]);
      expect(type.resumable).toBe(splits ? operation : undefined);
    },
  );
});
