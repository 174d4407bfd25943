import type { Gap } from '../../aws/outcome.ts';
import { kindOfGap } from '../../aws/outcome.ts';
import { wayFaultOf } from '../../aws/way-faults.ts';
import type { Check, ExactFix, Fix } from '../check.ts';
import { scopeOf } from '../check.ts';
import type { Finding } from '../finding.ts';
import { isGlobalName } from '../identity.ts';
import { decrypt } from '../remedies.ts';
import { asksForValues, changeOf } from './commands.ts';
import type { CauseKind } from './cause.ts';

/** What is to be changed for a finding, by which those that one change clears are found together. */
export interface Key {
  readonly kind: CauseKind;
  /** What the id is a hash of, besides the kind and the account. */
  readonly identity: string;
  /** For people: an ARN, an id, words. */
  readonly subject: string;
}

/** What of a finding tells what is to be changed for it. */
export interface Changed {
  readonly region: string;
  readonly arn: string;
  readonly id: string;
  readonly name: string;
  readonly fix: ExactFix | undefined;
  readonly changes: readonly string[] | undefined;
}

/** What is to be changed for a failed finding, where nothing wider clears it. */
export function keyOfFailure(finding: Changed, check: Check): Key {
  const { changes = [], arn, region } = finding;
  if (changes.length > 0) {
    const subject = changes.length === 1 ? String(changes[0]) : [...changes].sort().join(', ');
    return { kind: 'thing', identity: subject, subject };
  }
  const cli = finding.fix === undefined ? undefined : (finding.fix.cli ?? '');
  const change = cli === undefined ? templateOf(check.fix) : changeIn(cli);
  if (change === undefined) return { kind: 'resource', identity: `${check.id} ${arn}`, subject: arn };
  if (scopeOf(check) === 'region') return { kind: 'regions', identity: check.id, subject: check.id };
  // Of the account there is one of each setting, whatever options say of it.
  if (scopeOf(check) === 'account' && change.operations.length === 1)
    return { kind: 'command', identity: change.operations.join(), subject: change.operations.join() };
  const names = change.names.map((name) => fill(name, finding));
  const named = names.length > 0 && !names.some(asksForValues);
  const thing = named ? names.join(' ') : arn;
  return {
    kind: 'command',
    // Whether the region of a name that exists once could be read changes nothing about what is to be changed.
    identity: `${change.what}\n${thing}\n${isGlobalName(arn) ? '' : region}`,
    subject: !named || names.every((name) => ofResource(name, finding)) ? arn : thing,
  };
}

const ofResource = (name: string, { arn, id, name: own }: Changed): boolean =>
  name === arn || name === id || name === own || asksForValues(name);

const fill = (name: string, resource: Changed): string =>
  name === '{name}'
    ? resource.name
    : name.includes('{')
      ? name.replaceAll(/\{(name|id|arn)\}/g, (_, field: 'name' | 'id' | 'arn') => resource[field])
      : name;

interface Changes {
  readonly what: string;
  /** Services and operations: `iam update-account-password-policy`. */
  readonly operations: readonly string[];
  readonly names: readonly string[];
}

/** What all lines of commands change; undefined without a command. */
function changeIn(cli: string): Changes | undefined {
  const changes = cli.split('\n').flatMap((line) => changeOf(line) ?? []);
  if (changes.length === 0) return undefined;
  return {
    what: [...new Set(changes.map(({ what }) => what))].join('; '),
    operations: [...new Set(changes.map(({ what }) => what.replace(/ --.*$/, '')))],
    names: [...new Set(changes.flatMap(({ names }) => names))],
  };
}

const templates = new WeakMap<object, Changes | 'none'>();

/** The same of a check's fix, with its placeholders, worked out once. */
function templateOf(fix: Fix): Changes | undefined {
  let known = templates.get(fix);
  if (known === undefined)
    templates.set(fix, (known = (fix.cli === undefined ? undefined : changeIn(fix.cli)) ?? 'none'));
  return known === 'none' ? undefined : known;
}

/**
 * What is to be changed for an unknown finding; undefined where nobody knows: what failed may pass the next time, and what
 * was read does not decide.
 * @param gap what could not be read
 */
export function keyOfUnknown({ unknown }: Pick<Finding, 'unknown'>, gap: Gap | undefined): Key | undefined {
  if (gap === undefined) return (unknown?.actions.length ?? 0) > 0 ? missing(unknown?.actions ?? []) : undefined;
  if (gap.kind === 'denied') {
    if (gap.by === 'missing-permission' || gap.by === 'unspecified') return missing(gap.actions);
    return { kind: 'permission', identity: gap.by, subject: gap.by };
  }
  if (kindOfGap(gap) !== 'failed') return undefined;
  const fault = wayFaultOf(gap.code);
  return fault === undefined ? undefined : { kind: 'way', identity: fault, subject: fault };
}

/** The caller's policy is one thing to change; decrypting is to be allowed for single keys. */
function missing(actions: readonly string[]): Key {
  const subject = actions.length > 0 && actions.every((action) => action === decrypt) ? decrypt : 'missing-permission';
  return { kind: 'permission', identity: subject, subject };
}
