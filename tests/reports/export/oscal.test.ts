import { describe, expect, it } from 'vitest';
import { oscal } from '../../../reports/export/oscal.ts';
import { uuidOf } from '../../../reports/export/uuid.ts';
import type { Compliance, RequirementStatus } from '../../../src/engine/compliance.ts';
import { smallResult } from '../fixture-small.ts';
import { readers } from './readers.ts';

const statuses: Readonly<Record<RequirementStatus, readonly [state: string, reason: string]>> = {
  met: ['satisfied', 'pass'],
  'met-with-accepted-risks': ['satisfied', 'other'],
  'not-met': ['not-satisfied', 'fail'],
  unknown: ['not-satisfied', 'other'],
  manual: ['not-satisfied', 'other'],
  'not-covered': ['not-satisfied', 'other'],
  'not-applicable': ['not-satisfied', 'other'],
};

/** A framework with a requirement of each status, numbered as PCI does. */
function held(prints: readonly string[]): Compliance {
  const none = { met: 0, metWithAcceptedRisks: 0, notMet: 0, unknown: 0, manual: 0, notCovered: 0, notApplicable: 0 };
  return {
    framework: { key: 'pci_4.0', name: 'PCI DSS', version: '4.0', hash: 'f'.repeat(64), titled: 7, mapped: 7 },
    summary: { ...none, total: 7, assessable: 3, unlisted: 0 },
    requirements: (Object.keys(statuses) as RequirementStatus[]).map((status, at) => ({
      id: `1.2.${at} ${status}`,
      title: `requirement ${at}`,
      status,
      why: `because it is ${status}`,
      checks: [],
      notLive: [],
      fingerprints: [...prints, 'of another result'],
    })),
  };
}

describe('requirements in OSCAL', () => {
  const result = smallResult();
  const text = [...oscal.render({ ...result, compliance: [held([result.findings[0]?.fingerprint ?? ''])] }, {})].join(
    '',
  );

  it('are satisfied or not, with the reason and the status in words', () => {
    expect(readers.oscal.faults(text)).toEqual([]);
    const { findings } = (
      JSON.parse(text) as {
        'assessment-results': {
          results: [{ findings: { target: { 'target-id': string; status: object }; props: { value: string }[] }[] }];
        };
      }
    )['assessment-results'].results[0];
    expect(findings).toHaveLength(7);
    for (const { target, props } of findings) {
      const status = props[0]?.value as RequirementStatus;
      const [state, reason] = statuses[status];
      expect(target['target-id']).toMatch(/^pci_4\.0_1\.2\.\d_[\w.-]+$/);
      expect(target.status).toMatchObject({ state, reason });
      expect(JSON.stringify(target.status)).toContain(`because it is ${status}`);
    }
  });

  it('are what was reviewed, and name observations that are there', () => {
    expect(readers.oscal.met?.(text)).toHaveLength(2);
    expect(text).toContain('{"control-id":"pci_4.0_1.2.0_met"}');
  });
});

describe('a UUID', () => {
  it('is of version 5, and follows from its name', () => {
    const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    const uuids = Array.from({ length: 200 }, (_, at) => uuidOf(`name ${at}`));
    for (const uuid of uuids) expect(uuid).toMatch(pattern);
    expect(new Set(uuids).size).toBe(200);
    expect(uuidOf('name 7')).toBe(uuids[7]);
  });
});
