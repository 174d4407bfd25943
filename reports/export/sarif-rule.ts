import type { Severity } from '../../src/engine/check.ts';
import type { CheckInfo } from '../../src/engine/result.ts';
import { categoryNames } from '../words.ts';
import { plain } from './statement.ts';

/** GitHub keeps ten tags of a rule. */
const mostTags = 10;

/** SARIF's word for a severity. */
export const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  informational: 'note',
};

/** GitHub: above 9 critical, from 7 high, from 4 medium, from 0.1 low. */
const scores: Readonly<Partial<Record<Severity, string>>> = { critical: '9.5', high: '8.0', medium: '5.5', low: '2.0' };

const problems = { error: 'error', warning: 'warning', note: 'recommendation' } as const;

/** SARIF wants a name for people that is not the id: `KmsKeyRotationEnabled`. */
export function nameOf(id: string): string {
  return id.replaceAll(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9]?)/g, (_all, first: string) => first.toUpperCase());
}

/** A check as SARIF's rule. */
export function ruleOf({
  id,
  title,
  severity,
  category,
  service,
  risk,
  fix,
  references,
  frameworks,
  resourceType,
}: CheckInfo) {
  const level = levels[severity];
  const score = scores[severity];
  const help = `${risk}\n\nWhat to do: ${fix.text}`;
  const markdown = `${help}\n${references.map((url) => `\n- <${url}>`).join('')}`;
  return {
    id,
    name: nameOf(id),
    shortDescription: { text: plain(title, 250) },
    fullDescription: { text: plain(risk) },
    help: { text: help, markdown },
    ...(references[0] === undefined ? {} : { helpUri: references[0] }),
    defaultConfiguration: { level },
    properties: {
      tags: [category, service, resourceType, ...frameworks].map((tag) => plain(tag, 200)).slice(0, mostTags),
      category: categoryNames[category],
      precision: 'high',
      'problem.severity': problems[level],
      ...(score === undefined ? {} : { 'security-severity': score }),
    },
  };
}
