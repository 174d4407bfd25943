import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Coverage, coverageOf, rowsOf, tallyOf } from '../../src/dev/coverage/figures.ts';
import { page, readmeWith, totals } from '../../src/dev/coverage/page.ts';
import { root } from '../../src/stand-in/root.ts';

/**
 * What is committed was written by `npm run coverage` and may be behind: authors add checks side by side and each would have to change the
 * same lines. It must never be ahead. Where one of these tests is red, `npm run coverage` mends it.
 */
const coverage = coverageOf(root);
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const ranks = ['open', 'part', 'answered'];

/** The numbers of the sentences that `totals` makes. */
function saidIn(text: string): Record<'live' | 'rows' | 'questions' | 'answered' | 'part' | 'open' | 'none', number> {
  const found =
    /\*\*([\d,]+) of the ([\d,]+) controls that come first\*\* .*? Of \*\*([\d,]+) questions\*\* .*? ([\d,]+) are answered, ([\d,]+) in part and ([\d,]+) not yet; ([\d,]+) no API answers\./.exec(
      text,
    );
  const [live = NaN, rows = NaN, questions = NaN, answered = NaN, part = NaN, open = NaN, none = NaN] = (found ?? [])
    .slice(1)
    .map((number) => Number(number.replaceAll(',', '')));
  return { live, rows, questions, answered, part, open, none };
}

/** A system's heading, its question and its state, as a line of the page says them. */
function statesIn(text: string): ReadonlyMap<string, string> {
  let system = '';
  const states = new Map<string, string>();
  for (const line of text.split('\n')) {
    system = /^### (.+)$/.exec(line)?.[1] ?? system;
    const [, question, state] = /^- (.+?\?) \*(answered|part|open|no API)\*/.exec(line) ?? [];
    if (question !== undefined && state !== undefined) states.set(`${system}: ${question}`, state);
  }
  return states;
}

/** The ids that a line of the page says are live. */
const liveIn = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => /^- .+\? \*/.test(line))
    .flatMap((line) => [...(line.split(/not yet: |\. /)[0] ?? '').replace(/^.*?\? \*/, '').matchAll(/`([a-z0-9-]+)`/g)])
    .map(([, id = '']) => id);

describe.each(['README.md', 'docs/coverage.md'])('the totals in %s', (file) => {
  const said = saidIn(read(file));
  const first = rowsOf(coverage, 1);
  const tally = tallyOf(coverage.questions);

  it('are of all there is', () => {
    expect({ rows: said.rows, questions: said.questions, none: said.none }).toEqual({
      rows: first.rows,
      questions: coverage.questions.length,
      none: tally['no API'],
    });
    expect(said.answered + said.part + said.open + said.none).toBe(said.questions);
  });

  it('say no more than is true', () => {
    expect(said.live).toBeLessThanOrEqual(first.live);
    expect(said.answered).toBeLessThanOrEqual(tally.answered);
    expect(said.open).toBeGreaterThanOrEqual(tally.open);
  });
});

describe('docs/coverage.md', () => {
  const text = read('docs/coverage.md');
  const said = statesIn(text);

  it('has every question', () => {
    expect([...said.keys()]).toEqual(coverage.questions.map(({ system, question }) => `${system}: ${question}`));
  });

  it('says of none more than is true', () => {
    const ahead = coverage.questions.filter(({ system, question, state }) => {
      const stated = said.get(`${system}: ${question}`) ?? '';
      return stated === 'no API' || state === 'no API'
        ? stated !== state
        : ranks.indexOf(stated) > ranks.indexOf(state);
    });
    expect(ahead.map(({ id }) => id)).toEqual([]);
  });

  it('says of no system in numbers more than is true', () => {
    const systems = [...new Set(coverage.questions.map(({ system }) => system))];
    const rows = new Map(
      [...text.matchAll(/^\| (.+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$/gm)].map(
        ([, system = '', ...numbers]) => [system, numbers.map(Number)],
      ),
    );
    expect([...rows.keys()]).toEqual([...systems, 'all']);
    for (const system of systems) {
      const tally = tallyOf(coverage.questions.filter((one) => one.system === system));
      const [questions, answered = NaN, part = NaN, open = NaN, none = NaN] = rows.get(system) ?? [];
      expect([questions, none], system).toEqual([tally.questions, tally['no API']]);
      expect(answered + part + open + none, system).toBe(questions);
      expect(answered, system).toBeLessThanOrEqual(tally.answered);
      expect(open, system).toBeGreaterThanOrEqual(tally.open);
    }
  });

  it('says of no check that it is there when it is not', () => {
    const ids = liveIn(text);
    expect(ids.length).toBeGreaterThan(100);
    expect(ids.filter((id) => !coverage.live.has(id))).toEqual([]);
  });
});

describe('what `npm run coverage` writes', () => {
  // With other checks, so that what is committed has no part in it.
  const small: Coverage = { ...coverage, live: new Set(['iam-root-mfa-enabled']) };

  it('is read by these tests as it is meant', () => {
    const all = page(coverage);
    expect([...statesIn(all).values()]).toEqual(coverage.questions.map(({ state }) => state));
    expect(new Set(liveIn(all)).size).toBeGreaterThan(100);
    expect(saidIn(totals(small)).live).toBe(1);
  });

  it('lists the controls of the first tier without a check, and why one can have none', () => {
    const later = [...coverage.catalogue.values()].filter(({ tier }) => tier === 1).map(({ id }) => id);
    const last = later.at(-1) ?? '';
    const text = page({ ...small, reasons: new Map([[last, 'Its API is gone.']]) });
    const section = text.slice(text.indexOf('## Controls of the first tier without a check'));
    expect(section).toContain(`- \`${last}\` can have none. Its API is gone.`);
    for (const id of later.slice(0, -1)) expect(section.includes(`\`${id}\``)).toBe(!small.live.has(id));
  });

  it('stands in the README between its markers', () => {
    const readme = read('README.md');
    const next = readmeWith(readme, small);
    expect(next).toContain('**1 of the ');
    expect(readmeWith(next, small)).toBe(next);
    expect(() => readmeWith('# audit\n', small)).toThrow('README.md needs the lines');
  });
});
