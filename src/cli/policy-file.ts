import { AuditError } from '../program/errors.ts';
import { compile } from '../iam/compile.ts';
import type { PolicySource } from '../iam/types.ts';
import { readJson } from './json-file.ts';
import { isRecord } from '../text/record.ts';

/** What AWS's commands print around a policy: `get-bucket-policy`, `get-key-policy`, `get-queue-attributes`, … */
const around: readonly (readonly string[])[] = [
  ['Policy'],
  ['Attributes', 'Policy'],
  ['policy'],
  ['policy', 'Policy'],
  ['policyText'],
  ['ResourcePolicy'],
  ['AccessPolicies'],
  ['Role', 'AssumeRolePolicyDocument'],
];

/** Whether it has the element that every policy has, in any case. */
const hasStatement = (json: unknown): json is Readonly<Record<string, unknown>> =>
  isRecord(json) && Object.keys(json).some((key) => key.toLowerCase() === 'statement');

/** The policy in what a command of AWS printed around it; undefined: nothing of the kind. */
export function policyInside(json: unknown): unknown {
  if (!isRecord(json) || hasStatement(json)) return undefined;
  for (const path of around) {
    const inner = path.reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), json);
    if ((typeof inner === 'string' && inner.trim() !== '') || hasStatement(inner)) return inner;
  }
  return undefined;
}

/** The document as an object where it stands as text; what is no JSON stays text. */
function opened(document: unknown): unknown {
  if (typeof document !== 'string') return document;
  try {
    return JSON.parse(document) as unknown;
  } catch {
    return document;
  }
}

/**
 * A policy that somebody hands in to say what counts: it has to be one, for what cannot be read would be taken for open.
 * @throws AuditError `usage` naming the option and what is wrong
 */
export function assertPolicy(document: unknown, where: string): unknown {
  const json = opened(document);
  if (!hasStatement(json))
    throw new AuditError('usage', `${where}: is not a policy, which is an object with Statement`, {
      hint: 'Give a policy document, or none to say that there is none.',
    });
  const [problem] = compile(json).problems;
  if (problem !== undefined) throw new AuditError('usage', `${where}: is not a policy that AWS takes: ${problem}`);
  return json;
}

/**
 * The policy that an option names: of a file, or `none`, which says that there is none; undefined: the option was left out.
 * @throws AuditError `usage`
 */
export async function policyOption(
  file: string | undefined,
  name: string,
): Promise<readonly PolicySource[] | undefined> {
  if (file === undefined) return undefined;
  if (file === 'none') return [];
  const json = await readJson(file);
  return [{ name: name.replace('-', ' '), document: assertPolicy(policyInside(json) ?? json, `--${name} ${file}`) }];
}
