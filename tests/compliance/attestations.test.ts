import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { loadAttestations, weigh } from '../../src/config/attestations.ts';
import { frameworkByKey } from '../../src/compliance/load.ts';
import type { Compliance } from '../../src/engine/compliance.ts';
import { audit, folder } from '../cli/run.ts';

let dir: ReturnType<typeof folder> | undefined;
afterEach(() => {
  dir?.remove();
  dir = undefined;
});

const evidence = 'minutes of the review\n';
const sha256 = createHash('sha256').update(evidence).digest('hex');

const one = (requirement: string, more = ''): string =>
  `- requirement: '${requirement}'\n  statement: We looked at it\n  who: ann@acme.example\n  when: 2026-01-01\n  validUntil: 2026-12-31\n${more}`;

async function weighed(text: string, today = '2026-06-01') {
  dir = folder({ 'a.yaml': text, 'review.txt': evidence });
  return weigh([await loadAttestations('a.yaml', dir.path)], today, frameworkByKey);
}

describe('attestations', () => {
  it('count from their day to their end, with evidence that is what it was', async () => {
    const { attested, notices } = await weighed(one('cis_7.0:2.2', `  evidence: review.txt\n  sha256: ${sha256}\n`));
    expect(attested.get('cis_7.0')?.get('2.2')).toEqual({
      statement: 'We looked at it',
      who: 'ann@acme.example',
      when: '2026-01-01',
      validUntil: '2026-12-31',
      evidence: { file: 'review.txt', sha256 },
    });
    expect(notices.size).toBe(0);
  });

  it('of a number of the source count for every requirement of it', async () => {
    const { attested } = await weighed(one('pci_4.0:1.2.5'));
    expect(attested.get('pci_4.0')?.size).toBe(17);
  });

  it.each<[string, string, string, string]>([
    ['on the last day', one('cis_7.0:2.2'), '2026-12-31', 'counts'],
    ['after the last day', one('cis_7.0:2.2'), '2027-01-01', 'expired'],
    ['before the first day', one('cis_7.0:2.2'), '2025-12-31', 'not-yet'],
    [
      'with other evidence',
      one('cis_7.0:2.2', `  evidence: review.txt\n  sha256: '${'0'.repeat(64)}'\n`),
      '2026-06-01',
      'evidence',
    ],
    [
      'without its evidence',
      one('cis_7.0:2.2', `  evidence: gone.txt\n  sha256: ${sha256}\n`),
      '2026-06-01',
      'evidence',
    ],
  ])('%s', async (_name, text, today, state) => {
    const { attested, notices } = await weighed(text, today);
    const found = notices.get('cis_7.0')?.map(({ kind }) => kind) ?? [];
    expect(found).toEqual(state === 'counts' ? [] : [state]);
    expect(attested.get('cis_7.0')?.has('2.2') ?? false).toBe(state === 'counts');
  });

  it.each<[string, string, RegExp]>([
    ['an unknown framework', one('cis_7:2.2'), /a\.yaml:1: there is no framework cis_7; did you mean cis_7\.0/],
    ['an unknown requirement', one('cis_7.0:2.99'), /a\.yaml:1: cis_7\.0 has no requirement 2\.99/],
    [
      'a requirement that needs no person',
      one('cis_7.0:2.2') + one('cis_7.0:2.5'),
      /a\.yaml:6: cis_7\.0:2\.5 needs no person/,
    ],
    ['the same twice', one('cis_7.0:2.2') + one('cis_7.0:2.2'), /a\.yaml:6: cis_7\.0:2\.2 is attested twice/],
    [
      'an end before the beginning',
      one('cis_7.0:2.2').replace('2026-12-31', '2025-12-31'),
      /a\.yaml:5: .* ends before it begins/,
    ],
    ['no statement', one('cis_7.0:2.2').replace('We looked at it', "''"), /a\.yaml:2: 0\.statement: expected a text/],
    ['no end', one('cis_7.0:2.2').replace(/ {2}validUntil.*\n/, ''), /a\.yaml:1: 0: validUntil is missing/],
    ['evidence without its hash', one('cis_7.0:2.2', '  evidence: review.txt\n'), /sha256 is missing/],
    [
      'a day that is none',
      one('cis_7.0:2.2').replace('2026-01-01', '2026-02-30'),
      /a\.yaml:4: 0\.when: expected the day/,
    ],
  ])('cannot be of %s', async (_what, text, message) => {
    await expect(weighed(text)).rejects.toThrow(message);
  });
});

describe('audit attest', () => {
  it('writes what is to be filled in, and takes it when it is', async () => {
    const { stdout } = await audit(['attest', 'init', '--framework', 'cis_7.0', '--now', '2026-01-01']);
    expect(stdout).toContain(
      `# Contact details of the account are current\n- requirement: "cis_7.0:2.2"\n  statement: ''\n  who: ''\n  when: 2026-01-01\n  validUntil: 2027-01-01\n`,
    );
    expect(stdout).not.toContain('"cis_7.0:2.5"');
    dir = folder({
      'empty.yaml': stdout,
      'full.yaml': stdout.replaceAll("statement: ''", 'statement: Yes, we do').replaceAll("who: ''", 'who: Ann'),
    });
    const refused = await audit(['attest', 'check', join(dir.path, 'empty.yaml')]);
    expect([refused.code, refused.stdout]).toEqual([2, '']);
    const taken = await audit(['attest', 'check', join(dir.path, 'full.yaml'), '--now', '2026-06-01']);
    expect(taken.code).toBe(0);
    expect(taken.stdout).toMatch(/cis_7\.0:2\.2 +Ann +2027-01-01 +counts/);
    const late = await audit(['attest', 'check', join(dir.path, 'full.yaml'), '--now', '2027-06-01']);
    expect(late.code).toBe(1);
    expect(late.stdout).toContain('expired: it ended on 2027-01-01');
  });

  it.each([
    [['attest', 'init'], /needs --framework/],
    [['attest', 'check'], /no attestations to check/],
    [['attest', 'check', 'x', '--now', 'tomorrow'], /--now: tomorrow is not a date/],
  ])('%j is refused', async (args, message) => {
    const { code, stderr } = await audit(args);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });

  it('decides what needs a person, and nothing else', async () => {
    dir = folder({
      'audit.config.yaml': `attestations:\n${(one('cis_7.0:2.1.2') + one('cis_7.0:2.21')).replaceAll(/^/gm, '  ')}`,
    });
    const run = async (now: string) => {
      const { stdout } = await audit(
        [
          '--demo',
          '--framework',
          'cis_7.0',
          '--format',
          'json',
          '--now',
          now,
          '--fail-on',
          'none',
          '--allow-incomplete',
        ],
        { cwd: dir?.path ?? '' },
      );
      const [first] = (JSON.parse(stdout) as { compliance: Compliance[] }).compliance;
      const status = (id: string) => first?.requirements.find((each) => each.id === id)?.status;
      return { status, told: first?.attestations?.map(({ kind, requirement }) => `${kind} ${requirement}`) };
    };
    const valid = await run('2026-11-03');
    expect(valid.status('2.1.2')).toBe('met');
    expect(valid.status('2.1.3')).toBe('manual');
    expect(valid.status('2.21')).toBe('not-met');
    expect(valid.told).toEqual(['overruled 2.21']);
    const late = await run('2027-01-01');
    expect(late.status('2.1.2')).toBe('manual');
    expect(late.told).toEqual(['expired 2.1.2', 'expired 2.21']);
  });
});
