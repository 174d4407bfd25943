import { serviceName } from '../partitions/partitions.ts';
import { compileArnPattern } from './arn.ts';
import type { Comparison, CompiledCondition, CompiledValue, OperatorFamily } from './condition-types.ts';
import { compileGlob } from './glob.ts';
import { parseCidr } from './ip.ts';
import { namesService } from './keys.ts';
import { hasVariables, parseTemplate } from './variables.ts';
import { isRecord, membersOf } from '../text/record.ts';

interface Operator {
  readonly family: OperatorFamily;
  readonly comparison: Comparison;
  readonly negated: boolean;
  readonly ignoreCase: boolean;
}

const define = (family: OperatorFamily, comparison: Comparison, negated = false, ignoreCase = false): Operator => ({
  family,
  comparison,
  negated,
  ignoreCase,
});

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
const operators: ReadonlyMap<string, Operator> = new Map([
  ['stringequals', define('string', 'equal')],
  ['stringnotequals', define('string', 'equal', true)],
  ['stringequalsignorecase', define('string', 'equal', false, true)],
  ['stringnotequalsignorecase', define('string', 'equal', true, true)],
  ['stringlike', define('string', 'like')],
  ['stringnotlike', define('string', 'like', true)],
  ['numericequals', define('number', 'equal')],
  ['numericnotequals', define('number', 'equal', true)],
  ['numericlessthan', define('number', 'less')],
  ['numericlessthanequals', define('number', 'lessEqual')],
  ['numericgreaterthan', define('number', 'greater')],
  ['numericgreaterthanequals', define('number', 'greaterEqual')],
  ['dateequals', define('date', 'equal')],
  ['datenotequals', define('date', 'equal', true)],
  ['datelessthan', define('date', 'less')],
  ['datelessthanequals', define('date', 'lessEqual')],
  ['dategreaterthan', define('date', 'greater')],
  ['dategreaterthanequals', define('date', 'greaterEqual')],
  ['bool', define('bool', 'equal')],
  ['binaryequals', define('binary', 'equal')],
  ['ipaddress', define('ip', 'equal')],
  ['notipaddress', define('ip', 'equal', true)],
  // ArnEquals and ArnLike behave alike, and so do their negations
  ['arnequals', define('arn', 'like')],
  ['arnlike', define('arn', 'like')],
  ['arnnotequals', define('arn', 'like', true)],
  ['arnnotlike', define('arn', 'like', true)],
  ['null', define('null', 'equal')],
]);
const unknownOperator = define('unknown', 'equal');

/** Milliseconds since 1970 of a date as policies write it: ISO 8601, or seconds since 1970. */
export function parseDate(text: string): number {
  if (/^-?\d+(\.\d+)?$/.test(text)) {
    // a plain year is ISO 8601 too; nothing else of four digits makes sense as a moment
    return /^\d{4}$/.test(text) ? Date.UTC(Number(text)) : Number(text) * 1000;
  }
  return /^\d{4}-/.test(text) ? Date.parse(text) : Number.NaN;
}

export const parseNumber = (text: string): number =>
  /^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$/.test(text) ? Number(text) : Number.NaN;

function compileValue(operator: Operator, text: string, version: string): CompiledValue {
  if (operator.family !== 'null' && hasVariables(text, version)) {
    return { text, template: parseTemplate(text, operator.comparison === 'like') };
  }
  switch (operator.family) {
    case 'string': {
      const folded = operator.ignoreCase ? text.toLowerCase() : text;
      return { text, glob: operator.comparison === 'like' ? compileGlob(folded) : { kind: 'exact', text: folded } };
    }
    case 'arn': {
      const arn = compileArnPattern(text);
      // "arn:aws:iam" completes itself in a Resource, but what it means in a condition is not documented
      return arn.kind === 'parts' && arn.short ? { text, bad: true } : { text, arn };
    }
    case 'number': {
      const number = parseNumber(text);
      return Number.isNaN(number) ? { text, bad: true } : { text, number };
    }
    case 'date': {
      const number = parseDate(text);
      return Number.isNaN(number) ? { text, bad: true } : { text, number };
    }
    case 'ip': {
      const cidr = parseCidr(text);
      return cidr === undefined ? { text, bad: true } : { text, cidr };
    }
    case 'bool':
    case 'null': {
      const folded = text.toLowerCase();
      return folded === 'true' || folded === 'false'
        ? { text, glob: { kind: 'exact', text: folded } }
        : { text, bad: true };
    }
    case 'binary':
      return { text, glob: { kind: 'exact', text } };
    case 'unknown':
      return { text, bad: true };
  }
}

/** Compiles a Condition element. What it cannot read becomes a condition that is always open, and a problem. */
export function compileConditions(element: unknown, version: string, problems: string[]): CompiledCondition[] {
  const open = (operator: string, key: string): CompiledCondition => ({
    operator,
    ...unknownOperator,
    ifExists: false,
    quantifier: undefined,
    key: key.toLowerCase(),
    keyText: key,
    values: [],
  });
  if (element === undefined) return [];
  if (!isRecord(element)) {
    problems.push('Condition is not an object');
    return [open('Condition', '')];
  }
  const compiled: CompiledCondition[] = [];
  for (const [operator, block] of membersOf(element)) {
    if (!isRecord(block)) {
      problems.push(`condition operator ${operator} holds no keys`);
      compiled.push(open(operator, ''));
      continue;
    }
    let name = operator.trim().toLowerCase();
    let quantifier: 'all' | 'any' | undefined;
    if (name.startsWith('forallvalues:')) quantifier = 'all';
    else if (name.startsWith('foranyvalue:')) quantifier = 'any';
    if (quantifier !== undefined) name = name.slice(name.indexOf(':') + 1);
    const ifExists = name.endsWith('ifexists');
    if (ifExists) name = name.slice(0, -'ifexists'.length);
    const known = operators.get(name);
    const meant = known === undefined || (known.family === 'null' && ifExists) ? unknownOperator : known;
    if (meant === unknownOperator) problems.push(`condition operator ${operator} is not known`);
    for (const [key, raw] of membersOf(block)) {
      const list: readonly unknown[] = Array.isArray(raw) ? raw : [raw];
      const values = list.map((value): CompiledValue => {
        if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
          const text = String(value);
          return compileValue(meant, namesService(key.trim().toLowerCase()) ? serviceName(text) : text, version);
        }
        problems.push(`condition ${operator} ${key} has a value that is neither text, number nor boolean`);
        return { text: '', bad: true };
      });
      compiled.push({ operator, ...meant, ifExists, quantifier, key: key.trim().toLowerCase(), keyText: key, values });
    }
  }
  return compiled;
}
