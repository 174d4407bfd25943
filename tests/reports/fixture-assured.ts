import { hold } from '../../src/compliance/hold.ts';
import type { Framework } from '../../src/engine/frameworks.ts';
import type { Changes } from '../../src/engine/changes/comparing.ts';
import type { CheckCoverage, Population, RunResult } from '../../src/engine/result.ts';
import { account, allChecks } from './fixture.ts';
import { smallResult } from './fixture-small.ts';

const framework: Framework = {
  key: 'house_1',
  name: 'House rules',
  version: '1.0',
  source: 'Acme',
  requirements: [
    {
      id: '1.1',
      title: 'Buckets are not public',
      section: '1 Storage',
      checks: ['s3-bucket-public-access-blocked'],
      whole: ['s3-bucket-public-access-blocked'],
    },
    {
      id: '1.2',
      title: 'Keys rotate',
      section: '1 Storage',
      checks: ['kms-key-rotation-enabled', 'kms-key-not-there-yet'],
    },
    { id: '2.1', title: 'Leavers lose their access within a day', section: '2 People', checks: [], person: true },
    { id: '2.2', title: 'Visitors are accompanied', section: '2 People', checks: [], person: true },
    { id: '3.1', number: '3.1(a)', checks: [] },
  ],
};

/** A result held against a framework, compared with an earlier one, with a list that could not be read. */
export function assuredResult(): RunResult {
  const base = smallResult();
  const checks = base.coverage.checks.map((each): CheckCoverage => {
    const unlisted = each.check === 'kms-key-rotation-enabled' ? 1 : 0;
    return {
      ...each,
      notApplicable: 1,
      population: each.judged + each.notJudged + 1,
      unlisted,
      list: `list of ${each.check}`,
    };
  });
  const populations = checks.map(({ check, population = 0, unlisted = 0 }): Population => {
    const { resourceType, listAction } = allChecks.find(({ id }) => id === check) ?? {
      resourceType: '',
      listAction: '',
    };
    return {
      list: `list of ${check}`,
      resourceType,
      listed: population - unlisted,
      regions: { 'eu-west-1': population - unlisted },
      unlisted: unlisted === 0 ? [] : [{ resourceType, region: 'us-east-1', cause: 'access denied (kms:ListKeys)' }],
      actions: [listAction],
      asked: {
        from: '2026-03-04T05:06:08.000Z',
        to: '2026-03-04T05:06:09.000Z',
        requests: [{ operation: listAction, regions: ['eu-west-1'], parameters: { MaxResults: 1000 } }],
      },
    };
  });
  const changes: Changes = {
    against: 'result',
    summary: {
      new: 1,
      worse: 0,
      fixed: 2,
      better: 0,
      still: 0,
      'gone-deleted': 1,
      'gone-not-read': 3,
      'gone-not-selected': 0,
      'gone-check-removed': 0,
    },
    newBySeverity: { critical: 0, high: 1, medium: 0, low: 0, informational: 0 },
    over: 3,
  };
  let isFirst = true;
  const findings = base.findings.map((finding) => {
    const evidence = finding.evidence.map((one) => ({
      ...one,
      asked: {
        from: '2026-03-04T05:06:10.000Z',
        to: '2026-03-04T05:06:10.000Z',
        requests: [{ operation: one.actions[0] ?? '', regions: [finding.region], parameters: { Name: '{name}' } }],
      },
    }));
    const isNew = isFirst && finding.status === 'fail';
    if (isNew) isFirst = false;
    return { ...finding, evidence, ...(isNew ? { change: 'new' as const, firstSeen: '2026-03-04' } : {}) };
  });
  const selection: NonNullable<RunResult['run']['selection']> = {
    services: [],
    checks: [],
    excluded: [],
    severities: [],
    categories: [],
    frameworks: ['house_1'],
    regions: ['eu-west-1', 'us-east-1'],
    resources: [],
    tags: [],
    settings: {},
    severityOverrides: {},
    trustedAccounts: [],
    snapshot: 'ab'.repeat(32),
  };
  const result: RunResult = {
    ...base,
    run: { ...base.run, selection },
    findings,
    changes,
    coverage: { ...base.coverage, checks, populations },
  };
  const attested = new Map([
    [
      'house_1',
      new Map([
        [
          '2.1',
          {
            statement: 'Checked against the list of leavers',
            who: 'Grace Lindqvist',
            when: '2026-02-01',
            validUntil: '2027-02-01',
            evidence: { file: 'leavers.pdf', sha256: 'cd'.repeat(32) },
          },
        ],
      ]),
    ],
  ]);
  const live = new Set(allChecks.map(({ id }) => id));
  return { ...result, compliance: hold(result, [framework], { live, attested }) };
}

export { account };
