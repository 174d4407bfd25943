import type { Check } from '../engine/check.ts';
import { requirementsOf } from '../engine/frameworks.ts';
import { actionsOfPlan, planFor } from '../inventory/plan.ts';
import { toJson } from '../text/escape.ts';
import { wrap } from './columns.ts';

/** All there is to know of a check, for people. */
export function describeCheck(check: Check): string {
  const width = Math.min(100, process.stdout.columns ?? 100);
  const section = (title: string, body: string): string => (body === '' ? '' : `\n${title}\n${body}\n`);
  const paragraph = (text: string): string => wrap(text, width, '  ');
  const bullets = (lines: readonly string[]): string => lines.map((line) => `  ${line}`).join('\n');
  const settings = Object.entries(check.settings).map(([name, s]) => `${name} = ${toJson(s.default)}  ${s.describe}`);
  const same = Object.entries(check.same).map(([tool, ids]) => `${tool}: ${ids.join(', ')}`);
  return [
    `${check.id}\n${check.title}\n\n  severity ${check.severity} · category ${check.category} · resource ${check.resource.type}\n`,
    section('Comes from', check.from === undefined ? '' : `  ${check.from}`),
    section('Risk', paragraph(check.risk)),
    section('Fix', paragraph(check.fix.text)),
    section('AWS CLI', block(check.fix.cli)),
    section('Terraform', block(check.fix.terraform)),
    section('Settings', bullets(settings)),
    section('IAM actions it needs', bullets(actionsOfPlan(planFor([check])))),
    section('Frameworks', bullets(requirementsOf(check.id))),
    section('Known elsewhere as', bullets(same)),
    section('References', bullets(check.references)),
  ].join('');
}

export const block = (text: string | undefined): string =>
  text === undefined
    ? ''
    : text
        .split('\n')
        .map((line) => `  ${line}`)
        .join('\n');
