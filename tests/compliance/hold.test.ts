import { describe, expect, it } from 'vitest';
import { hold, statusIfAccepted } from '../../src/compliance/hold.ts';
import type { Attested } from '../../src/engine/compliance.ts';
import type { Finding } from '../../src/engine/finding.ts';
import type { Framework, Requirement } from '../../src/engine/frameworks.ts';
import type { CheckCoverage, RunResult } from '../../src/engine/result.ts';
import { cleanResult } from '../reports/fixture-small.ts';

type Status = 'pass' | 'fail' | 'unknown' | 'manual' | 'accepted' | 'accepted unknown' | 'accepted manual' | 'n/a';

/** What one check found, and what kept it from more. */
interface Found {
  readonly found?: readonly Status[];
  readonly unlisted?: number;
  readonly narrowed?: CheckCoverage['narrowed'];
}

const acceptedOf: Partial<Record<Status, 'fail' | 'unknown' | 'manual'>> = {
  accepted: 'fail',
  'accepted unknown': 'unknown',
  'accepted manual': 'manual',
};

/** A result in which checks found this; one that is not named was left out of the run. */
function resultOf(checks: Readonly<Record<string, Found>>): RunResult {
  const base = cleanResult();
  const [sample] = base.findings;
  if (sample === undefined) throw new Error('the fixture has no finding');
  const findings: Finding[] = [];
  const coverage: CheckCoverage[] = [];
  for (const [check, { found = [], unlisted = 0, narrowed }] of Object.entries(checks)) {
    found.forEach((status, n) => {
      if (status === 'n/a') return;
      const was = acceptedOf[status];
      const fingerprint = `${check} ${status} ${n}`;
      findings.push(
        was === undefined
          ? { ...sample, check, fingerprint, status: status as Finding['status'] }
          : {
              ...sample,
              check,
              fingerprint,
              status: 'suppressed',
              suppression: { reason: 'r', owner: 'o', status: was },
            },
      );
    });
    for (let n = 0; n < unlisted; n += 1)
      findings.push({ ...sample, check, fingerprint: `${check} list ${n}`, status: 'unknown' });
    coverage.push({
      check,
      judged: 0,
      notJudged: unlisted,
      notApplicable: found.filter((status) => status === 'n/a').length,
      unsupported: 0,
      population: found.length + unlisted,
      unlisted,
      leftOut: 0,
      list: `list of ${check}`,
      ...(narrowed === undefined ? {} : { narrowed }),
    });
  }
  const populations = coverage.map(({ list = '', unlisted = 0 }) => ({
    list,
    resourceType: 'T',
    listed: 0,
    regions: {},
    unlisted: Array.from({ length: unlisted }, () => ({ resourceType: 'T', region: 'eu-west-1', cause: 'denied' })),
    actions: [],
  }));
  return { ...base, findings, coverage: { ...base.coverage, checks: coverage, populations } };
}

const live = new Set(['a', 'b']);
const attestation: Attested = {
  statement: 'We looked',
  who: 'Ann',
  when: '2026-01-01',
  validUntil: '2027-01-01',
};

function held(requirement: Partial<Requirement>, checks: Readonly<Record<string, Found>>, attested = false) {
  const whole: Requirement = { id: '1', checks: ['a'], ...requirement };
  const framework: Framework = { key: 'f', name: 'F', version: null, requirements: [whole] };
  const [compliance] = hold(resultOf(checks), [framework], {
    live,
    ...(attested ? { attested: new Map([['f', new Map([['1', attestation]])]]) } : {}),
  });
  const only = compliance?.requirements[0];
  if (compliance === undefined || only === undefined) throw new Error('nothing was held');
  return { ...only, compliance };
}

const all = { whole: ['a'] };
const both = { checks: ['a', 'b'], whole: ['a', 'b'] };

describe('the status of a requirement', () => {
  it.each<[string, Partial<Requirement>, Record<string, Found>, boolean, string]>([
    ['what fails is not met', all, { a: { found: ['pass', 'fail'] } }, false, 'not-met'],
    ['what fails is not met, whatever is unknown', all, { a: { found: ['fail', 'unknown'] } }, false, 'not-met'],
    [
      'what fails is not met, whatever could not be listed',
      all,
      { a: { found: ['fail'], unlisted: 2 } },
      false,
      'not-met',
    ],
    ['what fails is not met, attested or not', { person: true }, { a: { found: ['fail'] } }, true, 'not-met'],
    [
      'what fails is not met, though another check is not live',
      { checks: ['a', 'z'], whole: ['a', 'z'] },
      { a: { found: ['fail'] } },
      false,
      'not-met',
    ],
    [
      'what fails in a narrowed run is not met',
      all,
      { a: { found: ['fail'], narrowed: ['regions'] } },
      false,
      'not-met',
    ],
    ['what is unknown is unknown', all, { a: { found: ['pass', 'unknown'] } }, false, 'unknown'],
    [
      'what is unknown stays so where it is accepted',
      all,
      { a: { found: ['pass', 'accepted unknown'] } },
      false,
      'unknown',
    ],
    ['what could not be listed is unknown', all, { a: { found: ['pass'], unlisted: 1 } }, false, 'unknown'],
    ['a list alone that could not be read is unknown', all, { a: { unlisted: 1 } }, false, 'unknown'],
    ['a check that was left out is unknown', both, { a: { found: ['pass'] } }, false, 'unknown'],
    [
      'a check that was left out is unknown, attested or not',
      { ...both, person: true },
      { a: { found: ['pass'] } },
      true,
      'unknown',
    ],
    [
      'regions that were left out are unknown',
      all,
      { a: { found: ['pass'], narrowed: ['regions'] } },
      false,
      'unknown',
    ],
    ['tags that were asked for are unknown', all, { a: { found: ['pass'], narrowed: ['tags'] } }, false, 'unknown'],
    [
      'nothing found in some regions is unknown, not inapplicable',
      all,
      { a: { narrowed: ['regions'] } },
      false,
      'unknown',
    ],
    [
      'unknown comes before manual',
      { ...all, person: true },
      { a: { found: ['unknown', 'manual'] } },
      false,
      'unknown',
    ],
    ['a manual finding is manual', all, { a: { found: ['pass', 'manual'] } }, false, 'manual'],
    [
      'a manual finding stays so where it is accepted',
      all,
      { a: { found: ['pass', 'accepted manual'] } },
      false,
      'manual',
    ],
    ['a manual finding is met when attested', all, { a: { found: ['pass', 'manual'] } }, true, 'met'],
    [
      'what needs a person is manual, though all passed',
      { ...all, person: true },
      { a: { found: ['pass'] } },
      false,
      'manual',
    ],
    ['what needs a person is met when attested', { ...all, person: true }, { a: { found: ['pass'] } }, true, 'met'],
    ['what only a person can answer is manual', { checks: [], person: true }, {}, false, 'manual'],
    ['what only a person can answer is met when attested', { checks: [], person: true }, {}, true, 'met'],
    ["AWS's part is manual", { checks: [], awsReport: 'SOC 2 report' }, {}, false, 'manual'],
    ["AWS's part is met when attested", { checks: [], awsReport: 'SOC 2 report' }, {}, true, 'met'],
    ['manual comes before what has no check', { checks: ['a', 'z'] }, { a: { found: ['manual'] } }, false, 'manual'],
    [
      'a control without a check is not covered',
      { checks: ['a', 'z'], whole: ['a', 'z'] },
      { a: { found: ['pass'] } },
      false,
      'not-covered',
    ],
    [
      'a control without a check is not covered, attested or not',
      { checks: ['a', 'z'] },
      { a: { found: ['pass'] } },
      true,
      'not-covered',
    ],
    ['without any control it is not covered', { checks: [] }, {}, false, 'not-covered'],
    ['without any control it is not covered, attested or not', { checks: [] }, {}, true, 'not-covered'],
    ['nothing to judge is not applicable', all, { a: {} }, false, 'not-applicable'],
    ['nothing to judge is not applicable, never met by attesting', all, { a: {} }, true, 'not-applicable'],
    [
      'only what it does not speak of is not applicable',
      all,
      { a: { found: ['n/a', 'n/a'] } },
      false,
      'not-applicable',
    ],
    ['of two checks one may have nothing to judge', both, { a: { found: ['pass'] }, b: {} }, false, 'met'],
    [
      'accepted failures are met with accepted risks',
      all,
      { a: { found: ['pass', 'accepted'] } },
      false,
      'met-with-accepted-risks',
    ],
    ['nothing but accepted failures too', all, { a: { found: ['accepted'] } }, false, 'met-with-accepted-risks'],
    ['accepted failures of a part are manual', {}, { a: { found: ['accepted'] } }, false, 'manual'],
    ['passes of a part are manual', {}, { a: { found: ['pass'] } }, false, 'manual'],
    ['passes of a part are met when attested', {}, { a: { found: ['pass'] } }, true, 'met'],
    ['all that passed is met', all, { a: { found: ['pass', 'n/a', 'pass'] } }, false, 'met'],
  ])('%s', (_name, requirement, checks, attested, status) => {
    const got = held(requirement, checks, attested);
    expect(got.status).toBe(status);
    expect(got.why).not.toBe('');
    for (const each of got.checks)
      expect(each.passed + each.failed + each.unknown + each.manual + each.suppressed + each.notApplicable).toBe(
        each.population,
      );
    // As a report of all accounts accepts what failed, without the findings: it stands as if it had been accepted in the scan.
    const accepted = Object.entries(checks).map(([check, { found = [], ...more }]) => [
      check,
      { ...more, found: found.map((each): Status => (each === 'fail' ? 'accepted' : each)) },
    ]);
    expect(statusIfAccepted({ id: '1', checks: ['a'], ...requirement }, got)).toBe(
      held(requirement, Object.fromEntries(accepted) as Record<string, Found>, attested).status,
    );
  });
});

describe('what a narrowed run says of what it selected', () => {
  const tags: Found['narrowed'] = ['tags'];
  it.each<[string, Partial<Requirement>, Record<string, Found>, boolean, string, string | undefined]>([
    ['met of what was selected', all, { a: { found: ['pass'], narrowed: tags } }, false, 'unknown', 'met'],
    [
      'accepted of what was selected',
      all,
      { a: { found: ['accepted'], narrowed: tags } },
      false,
      'unknown',
      'met-with-accepted-risks',
    ],
    ['nothing of what was selected', all, { a: { narrowed: tags } }, false, 'unknown', 'not-applicable'],
    ['a part of what was selected', {}, { a: { found: ['pass'], narrowed: tags } }, false, 'unknown', 'manual'],
    ['attested of what was selected', {}, { a: { found: ['pass'], narrowed: tags } }, true, 'unknown', 'met'],
    ['without every check', { checks: ['a', 'z'] }, { a: { narrowed: tags } }, true, 'unknown', 'not-covered'],
    ['not met of what was selected', all, { a: { found: ['fail'], narrowed: tags } }, false, 'not-met', undefined],
    ['unknown of what was selected', all, { a: { found: ['unknown'], narrowed: tags } }, false, 'unknown', undefined],
    ['unlisted of what was selected', all, { a: { unlisted: 1, narrowed: tags } }, false, 'unknown', undefined],
    ['one of two checks', both, { a: { found: ['pass'] } }, false, 'unknown', 'met'],
    [
      'without the check that answers all of it',
      { ...both, whole: ['b'] },
      { a: { found: ['pass'] } },
      false,
      'unknown',
      'manual',
    ],
    ['one of two checks, which was not read', both, { a: { unlisted: 1 } }, false, 'unknown', undefined],
    ['no check of it', all, {}, false, 'unknown', undefined],
    ['all of the account', all, { a: { found: ['pass'] } }, false, 'met', undefined],
  ])('%s', (_name, requirement, checks, attested, status, within) => {
    const got = held(requirement, checks, attested);
    expect([got.status, got.withinSelection?.status]).toEqual([status, within]);
    expect(got.compliance.withinSelection === undefined).toBe(within === undefined);
    expect(got.compliance.summary.met).toBe(status === 'met' ? 1 : 0);
  });

  it('names what did not run, and counts beside the account', () => {
    const { withinSelection, compliance } = held(both, { a: { found: ['pass'] } });
    expect(withinSelection).toEqual({
      status: 'met',
      why: '1 finding passed; 1 of its 2 checks did not run',
      leftOut: ['check'],
    });
    expect([compliance.summary.unknown, compliance.withinSelection?.unknown]).toEqual([1, 0]);
  });
});

describe('what is told of a requirement', () => {
  it('names so many findings that there is room for, of each check', () => {
    const failing = (length: number) => ({ found: Array.from({ length }, () => 'fail' as const) });
    const { fingerprints, moreFingerprints } = held(both, { a: failing(2000), b: failing(3) });
    expect([fingerprints.length, moreFingerprints]).toEqual([900, 1103]);
    expect(fingerprints.filter((print) => print.startsWith('b'))).toHaveLength(3);
    expect(held(all, { a: failing(900) })).not.toHaveProperty('moreFingerprints');
  });

  it('names the findings that decided, and not those that passed', () => {
    expect(held(all, { a: { found: ['pass', 'fail', 'unknown'] } }).fingerprints).toEqual(['a fail 1']);
    expect(held(all, { a: { found: ['pass', 'unknown'] } }).fingerprints).toEqual(['a unknown 1']);
    expect(held(all, { a: { found: ['pass'] } }).fingerprints).toEqual([]);
  });

  it('names the lists that could not be read', () => {
    const { checks, why, compliance } = held(all, { a: { found: ['pass'], unlisted: 1 } });
    expect(checks[0]?.unlisted).toEqual([{ resourceType: 'T', region: 'eu-west-1', cause: 'denied' }]);
    expect(why).toContain('1 list could not be read: nobody knows how much it holds');
    expect(compliance.summary.unlisted).toBe(1);
  });

  it('names controls without a check, and checks that the run left out', () => {
    const { notLive, checks } = held({ checks: ['a', 'b', 'z'] }, { a: { found: ['pass'] } });
    expect(notLive).toEqual(['z']);
    expect(checks.map(({ check, notSelected }) => [check, notSelected])).toEqual([
      ['a', undefined],
      ['b', ['check']],
    ]);
  });

  it('says which check covers what', () => {
    const { checks } = held({ checks: ['a', 'b'], whole: ['b'] }, { a: {}, b: {} });
    expect(checks.map(({ covers }) => covers)).toEqual(['part', 'whole']);
  });

  it('says that an attestation cannot overrule what failed', () => {
    const { compliance } = held({ person: true }, { a: { found: ['fail'] } }, true);
    expect(compliance.attestations).toMatchObject([{ kind: 'overruled', requirement: '1', who: 'Ann' }]);
  });

  it('counts each requirement once, and scores only what was decided', () => {
    const ids = ['1', '2', '3', '4'];
    const framework: Framework = {
      key: 'f',
      name: 'F',
      version: '1',
      requirements: [
        { id: '1', checks: ['a'], whole: ['a'] },
        { id: '2', checks: ['b'], whole: ['b'] },
        { id: '3', checks: ['z'] },
        { id: '4', checks: ['a'] },
      ],
    };
    const result = resultOf({ a: { found: ['pass'] }, b: { found: ['fail'] } });
    const [{ summary, requirements } = { summary: undefined, requirements: [] }] = hold(result, [framework], { live });
    expect(requirements.map(({ id }) => id)).toEqual(ids);
    expect(summary).toEqual({
      met: 1,
      metWithAcceptedRisks: 0,
      notMet: 1,
      unknown: 0,
      manual: 1,
      notCovered: 1,
      notApplicable: 0,
      total: 4,
      assessable: 2,
      unlisted: 0,
    });
  });

  it('has a hash that changes with what is asked, and with nothing else', () => {
    const hashOf = (more: Partial<Requirement>, key = 'f') =>
      held({ ...all, ...more }, { a: {} }).compliance.framework.hash + key;
    expect(hashOf({})).toBe(hashOf({}));
    expect(hashOf({ title: 'T' })).not.toBe(hashOf({}));
    expect(hashOf({ whole: [] })).not.toBe(hashOf({}));
  });
});
