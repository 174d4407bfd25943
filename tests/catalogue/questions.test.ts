import { describe, expect, it } from 'vitest';
import { coverageOf } from '../../src/dev/coverage/figures.ts';
import { type Question, readQuestions, stateOf } from '../../src/dev/coverage/questions.ts';
import { root } from '../../src/stand-in/root.ts';
import { folder } from '../cli/run.ts';

const { catalogue, live, questions, reasons } = coverageOf(root);

describe('questions.csv', () => {
  it('asks each question once', () => {
    expect(questions.length).toBeGreaterThan(300);
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
    expect(new Set(questions.map(({ system, question }) => `${system}: ${question}`)).size).toBe(questions.length);
  });

  it.each(questions.map((one) => [one.id, one] as const))('%s has an answer, or says why there is none', (id, one) => {
    expect(id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/);
    expect(one.system).not.toBe('');
    expect(one.question).toMatch(/^[A-Z].*\?$/);
    expect(new Set(one.answeredBy).size).toBe(one.answeredBy.length);
    expect(one.answeredBy.length > 0 || one.fact !== '' || one.none !== '').toBe(true);
    // A phrase goes on after a colon; what no API answers is a sentence of its own.
    for (const phrase of [one.fact, one.missing]) expect(phrase).toMatch(/^$|^[^A-Z].*[^.]$/);
    expect(one.none).toMatch(/^$|^[A-Z].{20,}\.$/);
  });

  it('names the rows that were added for a question', () => {
    const asked = new Set(questions.flatMap(({ rows }) => rows));
    const idle = [...catalogue.values()].filter(({ id, sources }) => sources.includes('question') && !asked.has(id));
    expect(idle).toEqual([]);
  });

  it('asks about every service of the catalogue', () => {
    const asked = new Set(questions.flatMap(({ rows }) => rows).map((id) => catalogue.get(id)?.service));
    const services = new Set([...catalogue.values()].map(({ service }) => service));
    expect([...services].filter((service) => !asked.has(service))).toEqual([]);
  });

  it.each([
    ['sqs-queue-b', 'the catalogue has no row sqs-queue-b'],
    ['sns-*', 'the catalogue has no row sns-*'],
  ])('may not name %s', (checks, message) => {
    const text = `id,system,question,checks,fact,missing,none\nq-a,Queues,Is it?,${checks},,,\n`;
    const dir = folder({ 'catalogue/questions.csv': text });
    const row = catalogue.get('sqs-queue-policy-not-public');
    if (row === undefined) throw new Error('a row that the test needs');
    try {
      expect(() => readQuestions(dir.path, new Map([[row.id, row]]))).toThrow(message);
    } finally {
      dir.remove();
    }
  });
});

describe('the rows that can have no check', () => {
  it('say why in sentences', () => {
    for (const [id, reason] of reasons) {
      expect(reason, id).toMatch(/^[A-Z].{20,}\.$/);
      expect(live.has(id), id).toBe(false);
    }
  });
});

describe('the state of a question', () => {
  const standing = { live: new Set(['a', 'b']), reasons: new Map([['x', 'Why.']]) };
  const of = (parts: Partial<Question>): Question => ({
    id: 'q',
    system: 's',
    question: 'Is it?',
    answeredBy: parts.rows ?? [],
    rows: [],
    fact: '',
    missing: '',
    none: '',
    ...parts,
  });

  it.each([
    [{ rows: ['a', 'b'] }, 'answered'],
    [{ rows: ['a', 'c'] }, 'part'],
    [{ rows: ['c'] }, 'open'],
    [{ rows: ['a'], missing: 'more' }, 'part'],
    [{ rows: ['a'], none: 'The rest.' }, 'answered'],
    [{ rows: ['c'], none: 'The rest.' }, 'open'],
    [{ rows: ['c'], fact: 'some' }, 'open'],
    [{ rows: ['a', 'x'] }, 'answered'],
    [{ rows: ['c', 'x'] }, 'open'],
    [{ rows: ['x'] }, 'no API'],
    [{ none: 'None.' }, 'no API'],
    [{ fact: 'shown' }, 'answered'],
    [{ fact: 'shown', missing: 'more' }, 'part'],
    [{}, 'open'],
  ] as const)('%j: %s', (parts, state) => expect(stateOf(of(parts), standing)).toBe(state));
});
