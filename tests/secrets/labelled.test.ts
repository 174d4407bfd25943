import { describe, expect, it } from 'vitest';
import { findSecrets, type SecretFinding } from '../../src/secrets/find.ts';
import { templateNegatives, templatePositives } from './labelled-templates.ts';
import { wildNegatives, wildPositives } from './labelled-wild.ts';
import { negatives as plainNegatives, positives as plainPositives, type Sample } from './labelled.ts';
import { figure } from '../helpers/figures.ts';

const positives = [...plainPositives, ...wildPositives, ...templatePositives];
const negatives = [...plainNegatives, ...wildNegatives, ...templateNegatives];

async function examine(sample: Sample): Promise<SecretFinding[]> {
  return findSecrets(sample.input, sample.source === undefined ? {} : { source: sample.source });
}

describe('the labelled set', () => {
  it('has at least 150 samples, and each of them once', () => {
    expect(positives.length + negatives.length).toBeGreaterThanOrEqual(150);
    const inputs = [...positives, ...negatives].map(({ input }) => JSON.stringify(input));
    expect(new Set(inputs).size).toBe(inputs.length);
  });

  it('is told apart with a precision and a recall of 0.95 or more', async () => {
    const missed: string[] = [];
    for (const sample of positives) if ((await examine(sample)).length === 0) missed.push(sample.what);
    const wrong: string[] = [];
    for (const sample of negatives) {
      const found = await examine(sample);
      if (found.length > 0) wrong.push(`${sample.what} (${found.map(({ kind }) => kind).join(', ')})`);
    }
    const right = positives.length - missed.length;
    const recall = right / positives.length;
    const precision = right / (right + wrong.length);
    console.log(
      `secrets: ${positives.length} with, ${negatives.length} without; precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
    );
    figure('secrets', 'labelled strings', positives.length + negatives.length, '>= 150');
    figure('secrets', 'precision', precision.toFixed(3), '>= 0.95');
    figure('secrets', 'recall', recall.toFixed(3), '>= 0.95');
    for (const what of missed) console.log(`  missed: ${what}`);
    for (const what of wrong) console.log(`  wrong:  ${what}`);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.95);
  });

  it('never comes out in a finding, not even in part', async () => {
    for (const sample of positives) {
      const told = JSON.stringify(await examine(sample)).replaceAll(/"kind":"[^"]*"/g, '');
      for (const secret of sample.secrets) {
        for (let at = 0; at + 6 <= secret.length; at += 1)
          expect(told.includes(secret.slice(at, at + 6)), sample.what).toBe(false);
      }
    }
  });
});
