import { answers } from '../../answers.ts';
import { daysAgo, mainRegion } from '../../facts.ts';

const found = (status: string, region: string, excluded: boolean, ...metadata: string[]) => ({
  resourceId: metadata.join(),
  status,
  region,
  isSuppressed: excluded,
  metadata,
});

/** By check: a group that is open, one that somebody took out, one that is well, and an instance that has little to do. */
const flagged: Readonly<Record<string, readonly ReturnType<typeof found>[]>> = {
  HCP4007jGY: [
    found(
      'error',
      mainRegion,
      false,
      mainRegion,
      'open',
      'sg-0a1b2c3d4e5f60001 (vpc-0a1b2c3d4e5f60001)',
      'Red',
      '22',
      '',
    ),
    found(
      'error',
      mainRegion,
      true,
      mainRegion,
      'old',
      'sg-0a1b2c3d4e5f60002 (vpc-0a1b2c3d4e5f60001)',
      'Red',
      '3389',
      '',
    ),
    found('ok', mainRegion, false, mainRegion, 'web', 'sg-0a1b2c3d4e5f60003 (vpc-0a1b2c3d4e5f60001)', 'Green', '', ''),
  ],
  Qch7DwouX1: [found('warning', mainRegion, false, mainRegion, 'i-0a1b2c3d4e5f60001', 'batch', 't3.large')],
};

export default answers('support', {
  DescribeTrustedAdvisorCheckResult: ({ input }) => {
    const checkId = String(input['checkId']);
    const flaggedResources = flagged[checkId] ?? [];
    return {
      result: {
        checkId,
        timestamp: daysAgo(1).toISOString(),
        status: flaggedResources[0]?.status ?? 'ok',
        resourcesSummary: {
          resourcesProcessed: flaggedResources.length,
          resourcesFlagged: flaggedResources.length,
          resourcesIgnored: 0,
          resourcesSuppressed: 0,
        },
        categorySpecificSummary: {},
        flaggedResources,
      },
    };
  },
});
