import { checks as allChecks } from '../../checks/index.ts';
import type { Check } from '../../src/engine/check.ts';
import { evaluate, type Evaluation } from '../../src/engine/evaluate.ts';
import { Inventory } from '../../src/inventory/inventory.ts';
import { planFor, type Plan } from '../../src/inventory/plan.ts';
import { actionsOf } from '../../src/aws/service.ts';
import type { Front } from '../../src/stand-in/front.ts';
import type { FaultRule } from '../../src/stand-in/faults.ts';
import { restsOnFailed } from '../e2e/faults/rests-on.ts';
import { affected, isAffected, readsAffected } from '../helpers/affected.ts';
import { compare, nameInFront, nameOf, ofManagement } from '../e2e/faults/run.ts';
import { now, type WorldReader } from './collected.ts';

/** Ways for an operation to fail, and what an unknown finding says of each. */
export const ways: readonly (readonly [name: string, fault: FaultRule['fault'], cause: RegExp])[] = [
  ['access-denied', { error: 'access-denied' }, /denied: no policy allows it/],
  ['scp-denied', { error: 'scp-denied' }, /denied: a service control policy denies it/],
  ['internal', { error: 'internal' }, /failed: .*Internal/],
  ...(['malformed', 'empty', 'foreign', 'cut', 'page', 'truncate', 'bad-gateway'] as const).map(
    (kind) => [kind, kind, /failed: /] as const,
  ),
];

/** An operation, the types that ask it and the checks that read these. */
export interface Asked {
  readonly service: string;
  readonly operation: string;
  readonly actions: readonly string[];
  readonly plan: Plan;
  readonly checks: readonly Check[];
}

export const checks = allChecks.filter(readsAffected);
const whole = planFor(checks);

/** Every operation that the checks' types declare, but for those that the world is not told. */
export function askedOperations(): Asked[] {
  const found = new Map<
    string,
    { service: string; operation: string; actions: readonly string[]; types: Set<string> }
  >();
  const add = (key: string, service: Parameters<typeof actionsOf>[0], calls: readonly string[]): void => {
    for (const operation of calls) {
      const name = nameInFront(service, operation);
      const known = found.get(name) ?? {
        service: name.slice(0, name.indexOf(':')),
        operation,
        actions: actionsOf(service, operation),
        types: new Set<string>(),
      };
      found.set(name, known);
      known.types.add(key);
    }
  };
  for (const { type, facets } of whole) {
    if (!isAffected(type) && !checks.some((check) => check.service === affected && check.resource.key === type.key))
      continue;
    add(type.key, type.service, type.calls);
    if (type.first !== undefined) add(type.key, type.first.service, type.first.calls);
    for (const facet of facets) {
      const def = type.facetDefs[facet];
      if (def !== undefined) add(type.key, def.service, def.calls);
    }
  }
  return [...found]
    .filter(([name]) => !ofManagement.includes(name))
    .map(([, { types, ...call }]) => ({
      ...call,
      plan: whole.filter(({ type }) => types.has(type.key)),
      checks: checks.filter(
        ({ resource, along }) =>
          types.has(resource.key) || Object.values(along).some((other) => types.has(other.resource.key)),
      ),
    }));
}

/** The world as it is read and judged when nothing fails. */
export interface Undisturbed {
  readonly inventory: Inventory;
  readonly evaluations: ReadonlyMap<string, Evaluation>;
}

export async function undisturbed(reader: WorldReader): Promise<Undisturbed> {
  const inventory = await reader.read(whole);
  return {
    inventory,
    evaluations: new Map(checks.map((check) => [check.id, evaluate([check], inventory, { now: Date.parse(now) })])),
  };
}

/** An inventory with some types as another one has them. */
function replaced(before: Inventory, after: Inventory): Inventory {
  const mixed = new Inventory(before.header);
  mixed.finishedAt = before.finishedAt;
  for (const key of before.collected) mixed.collected.add(key);
  for (const key of before.types)
    for (const listing of (after.collected.has(key) ? after : before).listings({ key })) mixed.add(listing);
  return mixed;
}

/**
 * Lets an operation fail in one way, reads anew every type that asks it, judges, and says what follows that should not:
 * a verdict that changed, that rests on what was not read, or that names neither action nor cause.
 */
export async function faultsOf(
  front: Front,
  reader: WorldReader,
  asked: Asked,
  [way, fault, cause]: (typeof ways)[number],
  before: Undisturbed,
): Promise<string[]> {
  const { service, operation, actions, plan } = asked;
  const name = `${service}:${operation}`;
  front.record.clear();
  front.faults({ rules: [{ service, operation, ...(fault === undefined ? {} : { fault }) }] });
  const read = await reader.read(plan);
  front.faults();
  const inventory = replaced(before.inventory, read);
  const faults: string[] = [];
  if (!front.record.operations().includes(name)) faults.push('was not asked, so it did not fail');
  for (const check of asked.checks) {
    const was = before.evaluations.get(check.id);
    if (was === undefined) continue;
    const { findings, gaps } = evaluate([check], inventory, { now: Date.parse(now) });
    faults.push(...restsOnFailed(findings, new Set([name]), way));
    const { different, lost, gone } = compare({ findings: was.findings }, { findings });
    faults.push(...different);
    // The policy is all of that answer: any document in its place is a policy that says nothing.
    const noPolicy = way === 'foreign' && name === 's3:GetBucketPolicy' ? /the policy has no Statement/ : undefined;
    // Macie says that it is off by the code of a denial and a message: with any document in its place it is a denial.
    const noMessage =
      (way === 'foreign' || way === 'empty') && (name === 'macie2:GetMacieSession' || name === 'macie2:DescribeBuckets')
        ? /denied: .*AccessDeniedException/
        : undefined;
    const counted = gaps.list().map((gap) => gap.cause);
    for (const finding of lost) {
      const said = finding.unknown?.cause ?? '';
      if (finding.resource.type === 'AWS::S3::Bucket' && noPolicy?.test(said) === true) continue;
      if (!actions.some((action) => said.includes(action))) faults.push(`${nameOf(finding)}: names no action of it`);
      if (!cause.test(said) && noMessage?.test(said) !== true) faults.push(`${nameOf(finding)}: names no cause`);
      if (way.endsWith('denied') && !actions.some((action) => finding.unknown?.actions.includes(action) === true))
        faults.push(`${nameOf(finding)}: does not list the action that is missing`);
      if (/[^; ]/.test(counted.reduce((text, one) => text.replaceAll(one, ''), said || '?')))
        faults.push(`${nameOf(finding)}: is not in coverage`);
    }
    for (const finding of gone) {
      const listed = lost.some(
        ({ region, resource }) => resource.id === '*' && [finding.region, 'global'].includes(region),
      );
      if (!listed) faults.push(`${nameOf(finding)}: is gone without a trace`);
    }
  }
  return faults.map((text) => `${name} ${way}: ${text}`);
}
