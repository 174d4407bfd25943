import Ajv from 'ajv/dist/2020.js';
import type { ErrorObject } from 'ajv/dist/2020.js';
import schema from '../../schemas/config.schema.json' with { type: 'json' };
import frameworkSchema from '../../schemas/framework.schema.json' with { type: 'json' };
import { AuditError } from '../program/errors.ts';
import { isDay } from '../text/day.ts';
import { nearest } from '../text/nearest.ts';
import type { LineOf } from './yaml.ts';

/** Files that hold a list, and what the schema calls an element of it. */
const itemOf = { suppressions: 'suppression', attestations: 'attestation' } as const;

export type Kind = 'config' | 'framework' | keyof typeof itemOf;

/**
 * Validates a configuration (or a list of suppressions) against the published schema and returns it.
 * @throws AuditError `config`, one line per mistake: file, line, where, what was expected
 */
export function validate(value: unknown, kind: Kind, file: string, lineOf: LineOf): unknown {
  const bare = kind in itemOf && !Array.isArray(value) && isRecord(value) && Array.isArray(value[kind]);
  const prefix = bare ? [kind] : [];
  // An empty file says nothing.
  const target = value === null ? (kind in itemOf ? [] : {}) : bare ? value[kind] : value;
  const ajv = new Ajv.default({ allErrors: true, verbose: true, allowUnionTypes: true });
  ajv.addFormat('date', (text: string) => text.length === 10 && isDay(text));
  const check = ajv.compile(
    kind === 'config'
      ? schema
      : kind === 'framework'
        ? frameworkSchema
        : { $defs: schema.$defs, type: 'array', items: { $ref: `#/$defs/${itemOf[kind]}` } },
  );
  if (check(target)) return target;
  const mistakes = (check.errors ?? [])
    .filter((e) => e.keyword !== 'anyOf' || e.schemaPath.endsWith('/anyOf'))
    .filter((e) => !/\/anyOf\/\d+\//.test(e.schemaPath));
  const lines = mistakes.map((e) => {
    const path = [...prefix, ...pathOf(e.instancePath)];
    const line = lineOf(
      e.keyword === 'additionalProperties' ? [...path, String(e.params['additionalProperty'])] : path,
    );
    return `${file}${line === undefined ? '' : `:${line}`}: ${path.length === 0 ? '' : `${path.join('.')}: `}${expected(e)}`;
  });
  throw new AuditError('config', briefly([...new Set(lines)]).join('\n'), {
    hint:
      kind === 'framework'
        ? 'What such a file holds is described in schemas/framework.schema.json and docs/frameworks.md.'
        : 'The options are described in schemas/config.schema.json; `audit init` writes a commented example.',
  });
}

/** The first of many mistakes, and how many there are: thousands are of one kind. */
const briefly = (lines: readonly string[]): readonly string[] =>
  lines.length <= mostLines ? lines : [...lines.slice(0, mostLines), `and ${lines.length - mostLines} more`];

const mostLines = 50;

function expected(error: ErrorObject): string {
  switch (error.keyword) {
    case 'additionalProperties': {
      const name = String(error.params['additionalProperty']);
      const known = Object.keys((error.parentSchema?.['properties'] ?? {}) as object);
      const [near] = nearest(name, known);
      return `unknown key ${name}${near === undefined ? '' : `; did you mean ${near}?`} Expected one of ${known.join(', ')}`;
    }
    case 'enum':
      return `expected one of ${(error.params['allowedValues'] as string[]).join(', ')}, found ${shown(error.data)}`;
    case 'dependentRequired':
    case 'required':
      return `${String(error.params['missingProperty'])} is missing`;
    case 'type':
      return `expected ${[error.params['type']].flat().join(' or ')}, found ${shown(error.data)}`;
    case 'anyOf':
      return 'expected fingerprint, check, account, region, resource or tag: which findings it accepts';
    case 'minLength':
      return error.data === ''
        ? 'expected a text, found ""'
        : `expected at least ${String(error.params['limit'])} characters, found ${shown(error.data)}`;
    case 'pattern':
    case 'format':
      if (error.instancePath.endsWith('/fingerprint') && /^[0-9a-f]{4,31}$/.test(String(error.data)))
        return `expected all 32 digits of the fingerprint, found the first ${String(error.data).length}, ${shown(error.data)}: \`audit suppress\` writes them, and JSON shows them`;
      return `expected ${(error.parentSchema as { description?: string } | undefined)?.description ?? String(error.schema)}, found ${shown(error.data)}`;
    default:
      return `${error.message ?? 'is wrong'}, found ${shown(error.data)}`;
  }
}

/** A value as it is quoted in a message: whoever reads it knows where it stands. */
function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length <= 200 ? text : `${text.slice(0, 200)}…`;
}

const pathOf = (pointer: string): (string | number)[] =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
