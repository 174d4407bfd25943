import type { AdvisorComparison } from '../../src/engine/trusted-advisor.ts';

/** Trusted Advisor's own results, with texts that nobody expects. */
export const advised: AdvisorComparison = {
  checks: [
    {
      id: 'a',
      name: 'Ports =1+1\u202e',
      status: 'error',
      flagged: 2,
      excluded: 1,
      agreement: 'differ',
      says: 'it finds something, and ours nothing',
      ours: ['s3-bucket-versioning-enabled'],
      columns: ['Region', 'Bucket', 'A heading that is rather long'],
      resources: [
        { status: 'error', region: 'eu-west-1', cells: ['eu-west-1', 'photos\u202e', ''], ours: 'pass' },
        { status: 'warning', region: 'us-east-1', excluded: true, cells: ['logs'.repeat(30)] },
        ...Array.from({ length: 30 }, (_one, at) => ({ cells: [`n${at}`] })),
      ],
    },
    {
      id: 'b',
      name: 'Outposts',
      category: 'security',
      status: 'not_available',
      agreement: 'alone',
      says: 'no check of ours is of it',
      ours: [],
    },
    {
      id: 'c',
      name: 'Odd',
      status: 'constructor',
      agreement: 'undecided',
      says: 'it has no result, and ours no failure',
      ours: [],
    },
  ],
  notListed: ['s3-bucket-public-access-blocked'],
  withoutCounterpart: 1,
};
