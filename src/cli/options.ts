import type { Argv } from 'yargs';
import { AuditError } from '../program/errors.ts';
import { nearest } from '../text/nearest.ts';

/** Options of every command that calls AWS. */
export const awsOptions = (y: Argv): Argv =>
  y
    .option('profile', { type: 'string', describe: 'Profile of the AWS configuration files' })
    .option('region', { type: 'string', array: true, describe: 'Regions, globs allowed (default: all enabled)' })
    .option('role-arn', { type: 'string', describe: 'Role to assume' })
    .option('external-id', { type: 'string', describe: 'External id for --role-arn' })
    .option('endpoint-url', { type: 'string', describe: 'Send every call there, e.g. to an emulator' })
    .option('sdk-client', { type: 'boolean', hidden: true })
    .option('max-rate', { type: 'number', describe: 'Requests per second, over everything' })
    .option('timeout', { type: 'number', describe: 'Stop the run after so many seconds, keep what was read' });

/**
 * Finds mistakes in the options of a command that calls AWS, before anything is called.
 * @throws AuditError `usage`
 */
export function assertAwsOptions(args: Record<string, unknown>): void {
  const role = text(args, 'role-arn');
  if (role !== undefined && !/^arn:[\w-]+:iam::\d{12}:role\/.+$/.test(role))
    throw new AuditError('usage', `--role-arn: ${role} is not the ARN of a role`, {
      hint: 'It looks like arn:aws:iam::111122223333:role/audit.',
    });
  if (role === undefined && text(args, 'external-id') !== undefined)
    throw new AuditError('usage', '--external-id goes with --role-arn, which is missing');
  const endpoint = text(args, 'endpoint-url');
  if (endpoint !== undefined && !(URL.canParse(endpoint) && /^https?:/i.test(endpoint)))
    throw new AuditError('usage', `--endpoint-url: ${endpoint} is no http or https address`, {
      hint: 'Write it as http://localhost:4566.',
    });
  number(args, 'max-rate');
  number(args, 'timeout');
}

/** Options that choose checks. */
export const selectOptions = (y: Argv): Argv =>
  y
    .option('service', { type: 'string', array: true, describe: 'Only checks of these services' })
    .option('check', { type: 'string', array: true, describe: 'Only these checks, globs allowed' })
    .option('exclude-check', { type: 'string', array: true, describe: 'All but these checks, globs allowed' })
    .option('severity', { type: 'string', array: true, describe: 'Only these severities, e.g. critical,high' })
    .option('category', {
      type: 'string',
      array: true,
      describe: 'Only these categories (security, cost_optimization, …)',
    })
    .option('framework', { type: 'string', array: true, describe: 'Only checks of these frameworks, e.g. cis_7.0' });

/** Options that name files of the user's own. */
export const configOptions = (y: Argv): Argv =>
  y
    .option('config', { type: 'string', describe: 'Configuration (default: ./audit.config.yaml, json or ts)' })
    .option('suppressions', { type: 'string', describe: 'File of accepted findings' })
    .option('checks', { type: 'string', array: true, describe: 'Folder of custom checks' })
    .option('pack', { type: 'string', array: true, describe: 'Pack of checks: a package, or a folder (./acme)' });

/** Options about what is printed while running. */
export const talkOptions = (y: Argv): Argv =>
  y
    .option('quiet', { type: 'boolean', alias: 'q', describe: 'Print results and errors only' })
    .option('verbose', { type: 'boolean', alias: 'v', describe: 'Log every call to stderr' })
    .option('color', { type: 'boolean', describe: 'Colours; --no-color or NO_COLOR turns them off' });

/** An option's values; `a,b` and repetition mean the same. @throws AuditError `usage` when all of them are empty */
export function list(args: Record<string, unknown>, name: string): string[] {
  const value = args[name];
  const given = Array.isArray(value) ? value : value === undefined ? [] : [value];
  const values = given
    .flatMap((v) => String(v).split(','))
    .map((v) => v.trim())
    .filter((v) => v !== '');
  // `--tag ""` must not mean "no filter".
  if (given.length > 0 && values.length === 0) throw new AuditError('usage', `--${name} needs a value`);
  return values;
}

export function text(args: Record<string, unknown>, name: string): string | undefined {
  const value = args[name];
  if (value === undefined) return undefined;
  if (Array.isArray(value)) throw new AuditError('usage', `--${name} was given twice`);
  if (typeof value !== 'string' || value === '') throw new AuditError('usage', `--${name} needs a value`);
  return value;
}

export function number(args: Record<string, unknown>, name: string): number | undefined {
  const value = args[name];
  if (value === undefined) return undefined;
  if (typeof value !== 'number' || !Number.isFinite(value) || value <= 0) {
    const found = typeof value === 'number' && !Number.isNaN(value) ? `, not ${value}` : '';
    throw new AuditError('usage', `--${name} must be a number above 0${found}`);
  }
  return value;
}

/** An option's value out of a fixed list. @throws AuditError `usage` with the nearest one */
export const oneOf = <T extends string>(option: string, value: string, allowed: readonly T[]): T =>
  wordOf(`--${option}`, value, allowed);

/** As `oneOf`, for an argument without dashes. `name` is what the message calls it. */
export function wordOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((a) => a === value);
  if (found !== undefined) return found;
  const [near] = nearest(value, allowed);
  throw new AuditError(
    'usage',
    `${name}: unknown value ${value}${near === undefined ? '' : `; did you mean ${near}?`}`,
    {
      hint: `Allowed: ${allowed.join(', ')}.`,
    },
  );
}
