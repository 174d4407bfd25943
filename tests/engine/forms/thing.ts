import { resource } from '../../../src/inventory/resource.ts';
import { s3 } from '../../../src/services/s3/service.ts';

/** What every check says. */
export const texts = {
  title: 'T',
  severity: 'low',
  category: 'security',
  risk: 'r',
  fix: { text: 'f' },
  references: [],
} as const;

interface Thing {
  readonly id: string;
  readonly name: string;
  readonly kind: string | undefined;
  readonly list: readonly string[] | undefined;
  readonly parts: readonly Part[];
  readonly size: number | undefined;
  readonly at: string | undefined;
}

export interface Part {
  readonly id: string;
  readonly state: 'on' | 'off' | 'gone' | undefined;
}

/** A type with a member of each sort. */
export const thing = resource(s3, 'AWS::Test::Thing', {
  calls: [],
  async *list(): AsyncGenerator<Thing> {
    // Nothing is listed: subjects are given.
  },
  arn: ({ id }) => id,
  label: ({ name }) => `${name}!`,
}).facets((facet) => ({
  owner: facet({ calls: [], read: (): Promise<string | undefined> => Promise.resolve(undefined) }),
  setup: facet({
    calls: [],
    absentOn: ['None'],
    read: (): Promise<{ mode: 'A' | 'B' | 'C' | 'D' | undefined; since: string | undefined }> =>
      Promise.resolve({ mode: undefined, since: undefined }),
  }),
}));
