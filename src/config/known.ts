import type { Check, SettingSpec } from '../engine/check.ts';
import { regionMistake } from '../aws/session.ts';
import { frameworkKeys, isFrameworkFile } from '../compliance/load.ts';
import { AuditError } from '../program/errors.ts';
import { matcher } from '../text/glob.ts';
import { nearest } from '../text/nearest.ts';
import type { Config } from './config.ts';
import type { LineOf } from './yaml.ts';

/**
 * Finds what the schema cannot: checks, settings, services, frameworks and formats that do not exist, and values a setting does not take.
 * @param formats of reports, those of packs included
 * @throws AuditError `config`, one line per mistake with file, line and the nearest name
 */
export function assertKnown(
  config: Config,
  all: readonly Check[],
  file: string,
  lineOf: LineOf,
  formats?: readonly string[],
): void {
  const mistakes: string[] = [];
  const report = (path: readonly (string | number)[], what: string): void => {
    const line = lineOf(path);
    mistakes.push(`${file}${line === undefined ? '' : `:${line}`}: ${path.join('.')}: ${what}`);
  };
  const ids = all.flatMap((check) => [check.id, ...check.formerly]);
  const unknown = (path: readonly (string | number)[], kind: string, name: string, known: readonly string[]): void => {
    if (known.some(matcher(name))) return;
    const near = nearest(name, known);
    report(path, `unknown ${kind} ${name}${near.length === 0 ? '' : `; did you mean ${near.join(', ')}?`}`);
  };
  const lists = [
    ['only', 'check', ids],
    ['exclude', 'check', ids],
    ['services', 'service', [...new Set(all.map((check) => check.service))]],
    ['frameworks', 'framework', frameworkKeys()],
  ] as const;
  for (const [list, kind, known] of lists)
    for (const [i, name] of (config.checks?.[list] ?? []).entries())
      if (list !== 'frameworks' || !isFrameworkFile(name)) unknown(['checks', list, i], kind, name, known);
  for (const [i, format] of (config.output?.formats ?? []).entries())
    if (formats?.includes(format) === false)
      report(['output', 'formats', i], `expected one of ${formats.join(', ')}, found ${JSON.stringify(format)}`);
  for (const [i, region] of (config.regions ?? []).entries()) {
    const wrong = regionMistake(region);
    if (wrong !== undefined) report(['regions', i], wrong);
  }
  for (const id of Object.keys(config.severity ?? {})) unknown(['severity', id], 'check', id, ids);
  for (const [i, { check }] of (config.suppressions ?? []).entries())
    if (check !== undefined) unknown(['suppressions', i, 'check'], 'check', check, ids);
  for (const [id, settings] of Object.entries(config.settings ?? {})) {
    if (/[*?]/.test(id))
      report(['settings', id], `expected one check's id: no pattern, as checks have different settings`);
    else unknown(['settings', id], 'check', id, ids);
    const specs = all.find((check) => check.id === id || check.formerly.includes(id))?.settings;
    if (specs === undefined) continue;
    for (const [name, value] of Object.entries(settings)) {
      const spec = specs[name];
      if (spec === undefined)
        report(
          ['settings', id, name],
          `unknown setting ${name}; ${id} has ${Object.keys(specs).join(', ') || 'no settings'}`,
        );
      else {
        const wrong = mistakeIn(spec, value);
        if (wrong !== undefined) report(['settings', id, name], wrong);
      }
    }
  }
  if (mistakes.length > 0)
    throw new AuditError('config', mistakes.join('\n'), {
      hint: '`audit checks list` names every check, `audit checks show ID` its settings.',
    });
}

function mistakeIn(spec: SettingSpec, value: unknown): string | undefined {
  const found = JSON.stringify(value);
  switch (spec.type) {
    case 'integer': {
      if (typeof value !== 'number' || !Number.isInteger(value)) return `expected a whole number, found ${found}`;
      const { min = -Infinity, max = Infinity } = spec;
      return value < min || value > max ? `expected ${min} to ${max}, found ${found}` : undefined;
    }
    case 'strings':
      return Array.isArray(value) && value.every((v) => typeof v === 'string')
        ? undefined
        : `expected a list of texts, found ${found}`;
    case 'integers':
      return Array.isArray(value) && value.every((v) => Number.isInteger(v))
        ? undefined
        : `expected a list of whole numbers, found ${found}`;
    case 'boolean':
      return typeof value === 'boolean' ? undefined : `expected true or false, found ${found}`;
  }
}
