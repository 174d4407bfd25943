import type { CollectionHeader, ResourceRecord } from '../inventory/inventory.ts';
import type { FindingResource } from './finding.ts';

/** What a check gets as its subject, or as a companion: item and facets, with who and where it is. */
export const subjectOf = (
  { account, partition }: CollectionHeader,
  record: ResourceRecord,
  { id, name, arn, tags }: Omit<FindingResource, 'type'>,
  facets: object,
): object => ({ ...record.item, id, name, arn, tags, account, partition, region: record.region, ...facets });

/** Checks cannot change what other checks see. Frozen parts are not walked again. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const key in value) deepFreeze(value[key]);
  return value;
}

/**
 * A subject some of whose facets could not be read: looking at one throws, so that what a check says rests on the others.
 * @param needs the facets that the check declared
 * @param facets those that were read. Tags may be one: where they were not read, the subject's are not none
 */
export function subjectWithout(needs: readonly string[], subject: object, facets: object): object {
  const unread = needs.filter((need) => !Object.hasOwn(facets, need));
  const hidden = Object.fromEntries(
    unread.map((need) => [
      need,
      {
        enumerable: true,
        get(): never {
          throw new Error(`${need} was not read`);
        },
      },
    ]),
  );
  return Object.freeze(Object.defineProperties({ ...deepFreeze(subject) }, hidden));
}
